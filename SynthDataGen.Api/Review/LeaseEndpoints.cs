using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;

namespace SynthDataGen.Api.Review;

/// <summary>Leases pairs, so that two people do not review the same one by accident.</summary>
internal static class LeaseEndpoints
{
    private const int MaxIds = 1_000;

    public static void MapLeases(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/review/leases").WithTags("Review");
        group.MapPost("/", TakeAsync);
        group.MapPost("/renew", RenewAsync);
        group.MapPost("/return", ReturnAsync);
    }

    private static async Task<Results<Ok<TakenPairs>, ProblemHttpResult>> TakeAsync(
        CurrentWorkspace workspace, TakePairs body, ClaimsPrincipal caller, LeaseRecords leases, CancellationToken cancellationToken)
    {
        var filter = (body.Filter ?? new()) with { Status = null };
        if ((PairFilters.Read(filter, caller.Name(), out var query, out var order) ?? IdsFault(body.Skip ?? [])) is { } fault)
        {
            return fault;
        }

        var count = Math.Clamp(body.Count, 1, PairEndpoints.MaxNext);
        var time = workspace.Value.Review.LeaseTime;
        var taken = await leases.TakeAsync(workspace.Id, new(caller.Name(), query, order, count, body.Skip ?? [], time), cancellationToken);
        return TypedResults.Ok(new TakenPairs([.. taken.Rows.Select(row => row.ToWire())], taken.Until, taken.Elsewhere));
    }

    private static async Task<Results<Ok<PairIds>, ProblemHttpResult>> RenewAsync(
        CurrentWorkspace workspace, PairIds body, ClaimsPrincipal caller, LeaseRecords leases, CancellationToken cancellationToken) =>
        IdsFault(body.Ids) is { } fault
            ? fault
            : TypedResults.Ok(new PairIds(await leases.RenewAsync(workspace.Id, caller.Name(), body.Ids, workspace.Value.Review.LeaseTime, cancellationToken)));

    private static async Task<Results<Ok<PairIds>, ProblemHttpResult>> ReturnAsync(
        CurrentWorkspace workspace, PairIds body, ClaimsPrincipal caller, LeaseRecords leases, CancellationToken cancellationToken) =>
        IdsFault(body.Ids) is { } fault
            ? fault
            : TypedResults.Ok(new PairIds(await leases.ReturnAsync(workspace.Id, caller.Name(), body.Ids, cancellationToken)));

    private static ProblemHttpResult? IdsFault(IReadOnlyList<Guid>? ids) =>
        ids is null ? Problems.BadRequest("no-ids", "Name the pairs in \"ids\".")
        : ids.Count > MaxIds ? Problems.BadRequest("too-many-ids", $"Name at most {MaxIds} pairs in one request.")
        : null;
}
