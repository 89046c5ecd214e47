using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Review;

/// <summary>A pair on the desk: the server's version, and the person's changes on their way.</summary>
public sealed class DeskPair(Pair pair)
{
    /// <summary>The server's latest version.</summary>
    public Pair Pair { get; internal set; } = pair;

    /// <summary>The status that the person sees: their own decision, even before the server has answered.</summary>
    public string Status { get; internal set; } = pair.Status;

    /// <summary>Why the last decision failed; null if it didn't.</summary>
    public Problem? Problem { get; internal set; }

    /// <summary>The person's edit, until it is saved or discarded.</summary>
    public PairEdit? Edit { get; set; }

    /// <summary>An edit on its way; it comes back if the server refuses it.</summary>
    public PairEdit? Sent { get; set; }

    /// <summary>Whether somebody else has its lease now.</summary>
    public bool Elsewhere { get; internal set; }

    /// <summary>Shows the status from the server's reply. A decision on a pair that needs two is an opinion and leaves it waiting.</summary>
    internal void Settle(NewDecision decision) =>
        Status = Problem is null && decision.Action != "undo" && Pair is { Status: "pending", Stage: not null } ? "opinion" : Pair.Status;

    /// <summary>How many of the person's decisions are on their way.</summary>
    internal int Underway { get; set; }
}
