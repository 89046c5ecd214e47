namespace SynthDataGen.Core.Review.Second;

/// <summary>Where a pair stands that needs two decisions.</summary>
public enum ReviewStage
{
    /// <summary>One opinion is in; it waits for another person's.</summary>
    Second,

    /// <summary>Two opinions differ; it waits for a decision between them.</summary>
    Adjudication,

    /// <summary>Both agreed, or somebody decided between them.</summary>
    Settled,
}

/// <summary>The two opinions on a pair that needs two. Begins with the first, and goes when that is withdrawn.</summary>
public sealed class SecondReview
{
    public Guid PairId { get; init; }
    public Guid WorkspaceId { get; init; }
    public ReviewStage Stage { get; private set; }

    /// <summary>The decision that is the first opinion.</summary>
    public Guid FirstId { get; init; }
    public required string FirstBy { get; init; }
    public DecisionAction FirstAction { get; init; }

    /// <summary>The second one; null while it is awaited.</summary>
    public Guid? SecondId { get; private set; }
    public string? SecondBy { get; private set; }
    public DecisionAction? SecondAction { get; private set; }

    /// <summary>The decision between two that differed.</summary>
    public Guid? AdjudicatedId { get; private set; }

    public static SecondReview Begin(Guid workspaceId, Decision opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return new() { PairId = opinion.PairId, WorkspaceId = workspaceId, FirstId = opinion.Id, FirstBy = opinion.By, FirstAction = opinion.Action };
    }

    /// <summary>Nobody gives both opinions, and who gave one decides between them only as editor or administrator.</summary>
    public bool MayDecide(string by, bool settles) => Stage switch
    {
        ReviewStage.Second => by != FirstBy,
        ReviewStage.Adjudication => settles || (by != FirstBy && by != SecondBy),
        _ => true,
    };

    /// <summary>Takes a decision in: as second opinion or as the one that takes effect because both agree, or as the one between them.</summary>
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

    /// <summary>Opinions can be withdrawn while they are alone: who knows that the other one differs is not to change their mind.</summary>
    public bool MayWithdraw(Decision opinion) => Stage == ReviewStage.Second && opinion.Id == FirstId;

    /// <summary>Goes back to where it stood before a decision. False: nothing is left of it.</summary>
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
