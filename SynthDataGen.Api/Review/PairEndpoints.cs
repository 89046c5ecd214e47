using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Review;
using Pair = SynthDataGen.Client.Review.Pair;

namespace SynthDataGen.Api.Review;

/// <summary>Listing pairs.</summary>
internal static class PairEndpoints
{
    private const int MaxNext = 100;

    public static void MapPairs(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/").WithTags("Review");
        group.MapGet("/pairs", ListAsync);
        group.MapGet("/pairs/{id:guid}", GetAsync);
        group.MapGet("/review/next", NextAsync);
    }

    private static async Task<Results<Ok<Page<Pair>>, ProblemHttpResult>> ListAsync(
        CurrentWorkspace workspace, PairRecords pairs, [AsParameters] PairFilter filter, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        if (!WireNames.TryRead<PairStatus>(filter.Status, out var status))
        {
            return Problems.BadRequest("unknown-status", $"There is no status \"{filter.Status}\"; there are pending, approved and rejected.");
        }

        PairOrder? order = filter.Sort switch
        {
            null or "" or "created" => PairOrder.OldestFirst,
            "-created" => PairOrder.NewestFirst,
            "judge" => PairOrder.WorstFirst,
            _ => null,
        };
        if (order is null)
        {
            return Problems.BadRequest("unknown-sort", $"Pairs cannot be sorted by \"{filter.Sort}\"; take created, -created or judge.");
        }

        var size = Paging.Clamp(limit);
        var query = new PairQuery(status, filter.Flag, filter.DocumentId, filter.RunId, filter.Search);
        var rows = await pairs.ListAsync(workspace.Id, query, order.Value, after, size + 1, cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, row => row.ToWire(), row => row.Pair.Id.ToString()));
    }

    private static async Task<Results<Ok<Pair>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, PairRecords pairs, Guid id, CancellationToken cancellationToken) =>
        await pairs.FindAsync(workspace.Id, id, cancellationToken) is { } row
            ? TypedResults.Ok(row.ToWire(await pairs.ListDecisionsAsync(id, cancellationToken)))
            : NotFound(id);

    private static async Task<Page<Pair>> NextAsync(
        CurrentWorkspace workspace, PairRecords pairs, [AsParameters] PairFilter filter, Guid? after, int? count, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(count ?? 10, 1, MaxNext);
        var query = new PairQuery(PairStatus.Pending, filter.Flag, filter.DocumentId, filter.RunId, filter.Search);
        var rows = await pairs.ListAsync(workspace.Id, query, PairOrder.OldestFirst, after, size + 1, cancellationToken);
        return rows.ToPage(size, row => row.ToWire(), row => row.Pair.Id.ToString());
    }

    internal static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("pair-not-found", $"There is no pair {id} in this workspace.");
}
