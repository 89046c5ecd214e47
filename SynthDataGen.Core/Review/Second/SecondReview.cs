using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review.Second;

/// <summary>The stage of a pair that needs two decisions.</summary>
public enum ReviewStage
{
    /// <summary>One opinion is given; another person's is awaited.</summary>
    Second,

    /// <summary>Two opinions differ; a decision between them is awaited.</summary>
    Adjudication,

    /// <summary>Both agreed, or somebody adjudicated.</summary>
    Settled,
}

/// <summary>The two opinions on a pair that needs two. Begins with the first and ends when that is withdrawn.</summary>
public sealed class SecondReview
{
    public Guid PairId { get; init; }
    public Guid WorkspaceId { get; init; }
    public ReviewStage Stage { get; private set; }

    /// <summary>The decision that is the first opinion.</summary>
    public Guid FirstId { get; init; }
    public required string FirstBy { get; init; }
    public DecisionAction FirstAction { get; init; }

    /// <summary>The second opinion; null while it is awaited.</summary>
    public Guid? SecondId { get; private set; }
    public string? SecondBy { get; private set; }
    public DecisionAction? SecondAction { get; private set; }

    /// <summary>The decision between two differing opinions.</summary>
    public Guid? AdjudicatedId { get; private set; }

    public static SecondReview Begin(Guid workspaceId, Decision opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return new() { PairId = opinion.PairId, WorkspaceId = workspaceId, FirstId = opinion.Id, FirstBy = opinion.By, FirstAction = opinion.Action };
    }

    /// <summary>Nobody gives both opinions, and only editors and administrators may adjudicate their own opinion.</summary>
    public bool MayDecide(string by, bool settles) => Stage switch
    {
        ReviewStage.Second => by != FirstBy,
        ReviewStage.Adjudication => settles || (by != FirstBy && by != SecondBy),
        _ => true,
    };

    /// <summary>Records a decision: as the second opinion, as the decision on which both agree, or as the adjudication.</summary>
    public void Take(Decision made)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (Stage == ReviewStage.Second)
        {
            (SecondId, SecondBy, SecondAction) = (made.Id, made.By, made.Action);
            Stage = made.Opinion ? ReviewStage.Adjudication : ReviewStage.Settled;
        }
        else if (Stage == ReviewStage.Adjudication)
        {
            (AdjudicatedId, Stage) = (made.Id, ReviewStage.Settled);
        }
    }

    /// <summary>An opinion can be withdrawn while it is alone: knowing that another one differs should not change minds.</summary>
    public bool MayWithdraw(Decision opinion) => Stage == ReviewStage.Second && opinion.Id == FirstId;

    /// <summary>Returns to the state before a decision. False: nothing remains of it.</summary>
    public bool TakeBack(Decision undone)
    {
        ArgumentNullException.ThrowIfNull(undone);
        if (undone.Id == AdjudicatedId)
        {
            (AdjudicatedId, Stage) = (null, ReviewStage.Adjudication);
        }
        else if (undone.Id == SecondId)
        {
            (SecondId, SecondBy, SecondAction, Stage) = (null, null, null, ReviewStage.Second);
        }

        return undone.Id != FirstId;
    }
}
