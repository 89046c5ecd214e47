using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review;
using Pair = SynthDataGen.Client.Review.Pair;

namespace SynthDataGen.Api.Review;

/// <summary>Listing and counting pairs.</summary>
internal static class PairEndpoints
{
    public const int MaxNext = 100;

    public static void MapPairs(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/").WithTags("Review");
        group.MapGet("/pairs", ListAsync);
        group.MapGet("/pairs/count", CountAsync);
        group.MapGet("/pairs/{id:guid}", GetAsync);
        group.MapGet("/review/next", NextAsync);
    }

    private static async Task<Results<Ok<Page<Pair>>, ProblemHttpResult>> ListAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, PairRecords pairs, [AsParameters] PairFilter filter, string? after, int? limit, CancellationToken cancellationToken) =>
        PairFilters.Read(filter, caller.Name(), out var query, out var order) is { } fault
            ? fault
            : await PageAsync(workspace, pairs, query, order, after, Paging.Clamp(limit), cancellationToken);

    private static async Task<Results<Ok<PairCount>, ProblemHttpResult>> CountAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, PairRecords pairs, [AsParameters] PairFilter filter, int? limit, CancellationToken cancellationToken)
    {
        if (PairFilters.Read(filter, caller.Name(), out var query, out _) is { } fault)
        {
            return fault;
        }

        var most = Math.Clamp(limit ?? PairCount.Most, 1, PairCount.Most);
        return TypedResults.Ok(PairMapping.ToCount(await pairs.CountAsync(workspace.Id, query, most + 1, cancellationToken), most));
    }

    private static async Task<Results<Ok<Pair>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, PairRecords pairs, Guid id, CancellationToken cancellationToken) =>
        await pairs.FindAsync(workspace.Id, id, cancellationToken) is { } row
            ? TypedResults.Ok(row.ToWire(caller.Name(), await pairs.ListDecisionsAsync(id, cancellationToken)))
            : NotFound(id);

    private static async Task<Results<Ok<Page<Pair>>, ProblemHttpResult>> NextAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, PairRecords pairs, [AsParameters] PairFilter filter, string? after, int? count, CancellationToken cancellationToken) =>
        PairFilters.Read(filter with { Status = null }, caller.Name(), out var query, out var order) is { } fault
            ? fault
            : await PageAsync(workspace, pairs, query with { Status = PairStatus.Pending, OpenTo = caller.Name() }, order, after, Math.Clamp(count ?? 10, 1, MaxNext), cancellationToken);

    private static async Task<Results<Ok<Page<Pair>>, ProblemHttpResult>> PageAsync(
        CurrentWorkspace workspace, PairRecords pairs, PairQuery query, PairOrder order, string? after, int size, CancellationToken cancellationToken)
    {
        if (!PageMark.TryRead(after, out var behind))
        {
            return Problems.BadRequest("bad-after", "Pages go on after what the page before them calls \"next\".");
        }

        var page = await pairs.ListAsync(workspace.Id, query, order, behind, size, cancellationToken);
        return TypedResults.Ok(new Page<Pair>([.. page.Rows.Select(row => row.ToWire())], PageMark.Write(page.Next)));
    }

    internal static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("pair-not-found", $"There is no pair {id} in this workspace.");
}
