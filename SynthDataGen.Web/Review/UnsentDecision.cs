using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>A decision that the server has not taken yet, as the browser remembers it over a lost connection.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Decision">With the version that the pair had.</param>
public sealed record UnsentDecision(Guid PairId, NewDecision Decision)
{
    /// <summary>Whether the pair stands as this decision on that version left it: it was taken, only the answer was lost.</summary>
    public static bool Landed(Pair now, NewDecision decision, int version) =>
        now.Version == version + 1 && decision.Action switch
        {
            "approve" => now.Status == "approved",
            "reject" => now.Status == "rejected",
            "edit" => now.Status == "approved" && (decision.Question ?? now.Question) == now.Question && (decision.Answer ?? now.Answer) == now.Answer,
            _ => now.Status == "pending",
        };
}
