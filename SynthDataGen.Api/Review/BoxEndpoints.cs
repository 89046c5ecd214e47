using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;

namespace SynthDataGen.Api.Review;

/// <summary>Where a pair's evidence stands on the pictures of its pages.</summary>
internal static class BoxEndpoints
{
    public static void MapBoxes(this RouteGroupBuilder workspace) =>
        workspace.MapGet("/pairs/{id:guid}/boxes", BoxesAsync).WithTags("Review");

    private static async Task<Results<Ok<IReadOnlyList<EvidenceBox>>, ProblemHttpResult>> BoxesAsync(
        CurrentWorkspace workspace, PairRecords pairs, EvidencePlaces places, Guid id, CancellationToken cancellationToken) =>
        await pairs.FindAsync(workspace.Id, id, cancellationToken) is { } row
            ? TypedResults.Ok(await places.FindAsync(workspace.Id, workspace.Value.Bucket, row, cancellationToken))
            : PairEndpoints.NotFound(id);
}
