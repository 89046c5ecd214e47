using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Which settings of the review there can be.</summary>
internal static class ReviewRules
{
    public static Core.Workspaces.ReviewSettings Tidy(Client.Workspaces.ReviewSettings? given) => new()
    {
        Reasons = given?.Reasons is { } reasons ? [.. reasons.Select(reason => reason?.Trim() ?? "").Distinct(StringComparer.OrdinalIgnoreCase)] : null,
        LeaseMinutes = given?.LeaseMinutes,
        SecondShare = given?.SecondShare,
    };

    public static ProblemHttpResult? Fault(Core.Workspaces.ReviewSettings review) => review switch
    {
        { Reasons: { Count: 0 or > Core.Workspaces.ReviewSettings.MaxReasons } } =>
            Problems.BadRequest("bad-reasons", $"There are 1 to {Core.Workspaces.ReviewSettings.MaxReasons} reasons, one for each digit."),
        { Reasons: { } reasons } when reasons.Any(IsBad) =>
            Problems.BadRequest("bad-reasons", $"A reason has 1 to {Core.Workspaces.ReviewSettings.MaxReasonLength} characters, none of them a control character."),
        { LeaseMinutes: < 1 or > Core.Workspaces.ReviewSettings.MaxLeaseMinutes } =>
            Problems.BadRequest("bad-lease", $"A pair is leased for 1 to {Core.Workspaces.ReviewSettings.MaxLeaseMinutes} minutes."),
        { SecondShare: < 0 or > 100 } => Problems.BadRequest("bad-share", "The share of pairs that need a second decision is 0 to 100 percent."),
        _ => null,
    };

    private static bool IsBad(string reason) =>
        reason.Length is 0 or > Core.Workspaces.ReviewSettings.MaxReasonLength || reason.Any(char.IsControl) || !StorableText.IsStorable(reason);
}
