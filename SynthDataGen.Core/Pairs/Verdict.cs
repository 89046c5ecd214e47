namespace SynthDataGen.Core.Pairs;

/// <summary>A person's judgement of a pair. As a decision it takes effect; as an opinion it waits for a second one.</summary>
/// <param name="Action">Approve, edit or reject.</param>
/// <param name="After">The resulting pair.</param>
/// <param name="Reason">Why it is rejected.</param>
public sealed record Verdict(DecisionAction Action, PairContent After, string? Reason = null)
{
    public static Verdict Approve { get; } = new(DecisionAction.Approve, new(PairStatus.Approved));

    public static Verdict Reject(string? reason) => new(DecisionAction.Reject, new(PairStatus.Rejected), reason);

    /// <summary>New words, approved: whoever rewrites an answer vouches for it.</summary>
    /// <param name="edited">The new words, with the flags that the checks raise on them.</param>
    /// <param name="reason">Why; null: no reason was given.</param>
    public static Verdict Edit(PairContent edited, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(edited);
        return new(DecisionAction.Edit, edited with { Status = PairStatus.Approved }, reason);
    }

    /// <summary>Whether an opinion is the same verdict, whatever its reason; edits must agree word for word and in their evidence.</summary>
    public bool Agrees(Decision opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        var (mine, other) = (After, opinion.After);
        return Action == opinion.Action
            && mine.Question == other.Question && mine.Answer == other.Answer
            && (mine.Evidence ?? []).Select(e => (e.Start, e.End)).SequenceEqual((other.Evidence ?? []).Select(e => (e.Start, e.End)));
    }
}
