using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A decision that the server hasn't saved yet, remembered by the browser across a lost connection.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Decision">The decision, with the pair's version at the time.</param>
public sealed record UnsentDecision(Guid PairId, NewDecision Decision)
{
    /// <summary>Whether the pair is as this decision on that version left it: it was saved, and only the reply was lost.</summary>
    public static bool Landed(Pair now, NewDecision decision, int version) =>
        now.Version == version + 1 && decision.Action switch
        {
            "approve" => now.Status == "approved",
            "reject" => now.Status == "rejected",
            "edit" => now.Status == "approved" && (decision.Question ?? now.Question) == now.Question && (decision.Answer ?? now.Answer) == now.Answer,
            _ => now.Status == "pending",
        };
}
