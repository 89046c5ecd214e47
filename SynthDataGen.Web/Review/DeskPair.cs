using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Review;

/// <summary>A pair on the desk: as the server has it, and what the person did that is still on its way.</summary>
public sealed class DeskPair(Pair pair)
{
    /// <summary>As the server gave it last.</summary>
    public Pair Pair { get; internal set; } = pair;

    /// <summary>The status that the person sees: what they just decided, before the server has answered.</summary>
    public string Status { get; internal set; } = pair.Status;

    /// <summary>Why the last decision did not go through; null: it did.</summary>
    public Problem? Problem { get; internal set; }

    /// <summary>The person's words, until they are saved or given up.</summary>
    public PairEdit? Edit { get; set; }

    /// <summary>Words that are on their way; they come back when the server refuses them.</summary>
    public PairEdit? Sent { get; set; }

    /// <summary>Whether its lease went to somebody else meanwhile.</summary>
    public bool Elsewhere { get; internal set; }

    /// <summary>Shows where the pair stands by the server's answer: a decision on a pair that needs two is an opinion, and leaves it waiting.</summary>
    internal void Settle(NewDecision decision) =>
        Status = Problem is null && decision.Action != "undo" && Pair is { Status: "pending", Stage: not null } ? "opinion" : Pair.Status;

    /// <summary>Decisions of this person that are on their way.</summary>
    internal int Underway { get; set; }
}
