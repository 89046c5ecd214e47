using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Api.Review;

/// <summary>Lists, counts and shows pairs.</summary>
internal static class PairEndpoints
{
    public const int MaxNext = 100;
    private const char MarkSeparator = '.';

    public static void MapPairs(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/").WithTags("Review");
        group.MapGet("/pairs", ListAsync);
        group.MapGet("/pairs/count", CountAsync);
        group.MapGet("/pairs/{id:guid}", GetAsync);
        group.MapGet("/pairs/{id:guid}/boxes", BoxesAsync);
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
        if (!TryReadMark(after, out var behind))
        {
            return Problems.BadRequest("bad-after", "Continue after the \"next\" of the page before.");
        }

        var page = await pairs.ListAsync(workspace.Id, query, order, behind, size, cancellationToken);
        return TypedResults.Ok(new Page<Pair>([.. page.Rows.Select(row => row.ToWire())], page.Next is null ? null : string.Join(MarkSeparator, page.Next)));
    }

    private static async Task<Results<Ok<IReadOnlyList<EvidenceBox>>, ProblemHttpResult>> BoxesAsync(
        CurrentWorkspace workspace, PairRecords pairs, EvidencePlaces places, Guid id, CancellationToken cancellationToken) =>
        await pairs.FindAsync(workspace.Id, id, cancellationToken) is { } row
            ? TypedResults.Ok(await places.FindAsync(workspace.Id, workspace.Value.Bucket, row, cancellationToken))
            : NotFound(id);

    /// <summary>Reads where a page begins: after one pair, or with question types in turn after the last pair of each.</summary>
    private static bool TryReadMark(string? mark, out IReadOnlyList<Guid> pairs)
    {
        var parts = string.IsNullOrEmpty(mark) ? [] : mark.Split(MarkSeparator);
        pairs = [.. parts.Select(part => Guid.TryParse(part, out var id) ? id : Guid.Empty)];
        return parts.Length <= QuestionTypes.All.Count && !pairs.Contains(Guid.Empty);
    }

    internal static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("pair-not-found", $"There is no pair {id} in this workspace.");
}
