using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review.Second;

/// <summary>A pair with its second review, which decides the effect of a verdict.</summary>
/// <param name="pair">The pair.</param>
/// <param name="second">Its second review, if it has one.</param>
/// <param name="first">The first opinion, while the second is awaited.</param>
public sealed class PairReview(Pair pair, SecondReview? second, Decision? first)
{
    public Pair Pair => pair;

    /// <summary>Its current second review; null: it has none, or no longer has one.</summary>
    public SecondReview? Second { get; private set; } = second;

    public bool MayDecide(Reviewer reviewer)
    {
        ArgumentNullException.ThrowIfNull(reviewer);
        return pair.Status != PairStatus.Pending || Second is null || Second.MayDecide(reviewer.By, reviewer.Settles);
    }

    /// <summary>Decides, or gives an opinion that does not change the pair yet.</summary>
    public Decision Decide(Verdict verdict, Reviewer reviewer)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(reviewer);
        var isOpinion = pair.Status == PairStatus.Pending && Second switch
        {
            null => Reviewer.NeedsSecond(pair.Id, reviewer.Share),
            { Stage: ReviewStage.Second } => !verdict.Agrees(first!),
            _ => false,
        };
        var made = isOpinion ? pair.Opine(verdict, reviewer.By, reviewer.At) : pair.Decide(verdict, reviewer.By, reviewer.At);
        if (Second is null && isOpinion)
        {
            Second = SecondReview.Begin(pair.WorkspaceId, made);
        }
        else
        {
            Second?.Take(made);
        }

        return made;
    }

    /// <summary>Whether a person may undo this decision. Only its author may undo an opinion.</summary>
    public bool MayUndo(Decision decision, string by)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return !decision.Opinion || (decision.By == by && Second is not null && Second.MayWithdraw(decision));
    }

    public Decision Undo(Decision undone, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(undone);
        var undo = undone.Opinion ? pair.Withdraw(undone, by, at) : pair.Undo(undone, by, at);
        Second = Second is not null && Second.TakeBack(undone) ? Second : null;
        return undo;
    }
}
