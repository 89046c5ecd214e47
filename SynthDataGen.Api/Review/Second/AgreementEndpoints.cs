using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review.Second;

namespace SynthDataGen.Api.Review.Second;

/// <summary>How far reviewers agree.</summary>
internal static class AgreementEndpoints
{
    public static void MapAgreement(this RouteGroupBuilder workspace) => workspace.MapGet("/review/agreement", ReadAsync).WithTags("Review");

    private static async Task<IReadOnlyList<ReviewerAgreement>> ReadAsync(CurrentWorkspace workspace, AgreementRecords records, CancellationToken cancellationToken) =>
        [.. (await records.ReadAsync(workspace.Id, cancellationToken)).Select(a => new ReviewerAgreement { First = a.First, Second = a.Second, Count = a.Count, Agreed = a.Agreed, Kappa = a.Kappa })];
}
