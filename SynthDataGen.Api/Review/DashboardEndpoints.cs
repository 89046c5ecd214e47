using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Data.Review.Second;

namespace SynthDataGen.Api.Review;

/// <summary>Shows how review progresses, how far reviewers agree, and where in the documents pairs come from.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/").WithTags("Review");
        group.MapGet("/dashboard", ReadAsync);
        group.MapGet("/documents/{id:guid}/heat", HeatAsync);
        group.MapGet("/review/agreement", AgreementAsync);
    }

    private static async Task<DashboardNumbers> ReadAsync(CurrentWorkspace workspace, DashboardRecords records, CancellationToken cancellationToken) =>
        (await records.ReadAsync(workspace.Id, cancellationToken)).ToWire();

    private static async Task<Results<Ok<IReadOnlyList<ChunkHeat>>, ProblemHttpResult>> HeatAsync(
        CurrentWorkspace workspace, Guid id, HeatRecords records, CancellationToken cancellationToken) =>
        await records.ReadAsync(workspace.Id, id, cancellationToken) is { } chunks
            ? TypedResults.Ok<IReadOnlyList<ChunkHeat>>([.. chunks.Select(ToWire)])
            : Problems.NotFound("document-not-found", $"There is no document {id} in this workspace, or it has not been read yet.");

    private static async Task<IReadOnlyList<ReviewerAgreement>> AgreementAsync(CurrentWorkspace workspace, AgreementRecords records, CancellationToken cancellationToken) =>
        [.. (await records.ReadAsync(workspace.Id, cancellationToken)).Select(a => new ReviewerAgreement { First = a.First, Second = a.Second, Count = a.Count, Agreed = a.Agreed, Kappa = a.Kappa })];

    private static ChunkHeat ToWire(ChunkUse chunk) => new()
    {
        Ordinal = chunk.Ordinal, Start = chunk.Start, Page = chunk.PageFrom,
        Heading = chunk.HeadingPath is [.., var heading] ? heading : "", State = StateOf(chunk), Pairs = chunk.Pairs,
        Approved = chunk.Approved,
    };

    private static string StateOf(ChunkUse chunk) => chunk switch
    {
        { Pairs: > 0 } => "covered",
        { Asked: true } => "asked",
        _ when chunk.Kind.IsBoilerplate() => "boilerplate",
        _ => "waiting",
    };
}
