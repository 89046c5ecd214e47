namespace SynthDataGen.Core.Review;

/// <summary>
/// How many pairs of a run have a question type and a status; kept by the database itself with each change of a pair. Sessions count in
/// different slots, so that they do not wait for each other: the number is the sum over the slots.
/// </summary>
public sealed class PairTally
{
    public Guid WorkspaceId { get; init; }
    public Guid RunId { get; init; }
    public required string QuestionType { get; init; }
    public PairStatus Status { get; init; }

    /// <summary>Whether they have any flag.</summary>
    public bool Flagged { get; init; }
    public short Slot { get; init; }
    public long Count { get; init; }
}

/// <summary>How many pairs have a flag and a status; kept like <see cref="PairTally"/>.</summary>
public sealed class FlagTally
{
    public Guid WorkspaceId { get; init; }
    public required string Flag { get; init; }
    public PairStatus Status { get; init; }
    public short Slot { get; init; }
    public long Count { get; init; }
}

/// <summary>How many decisions that stand somebody made in a stretch of ten minutes; kept like <see cref="PairTally"/>.</summary>
public sealed class DecisionTally
{
    /// <summary>Longer reasons are counted by their beginning.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>How long a stretch is.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromMinutes(10);

    public Guid WorkspaceId { get; init; }

    /// <summary>When the stretch began.</summary>
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public DecisionAction Action { get; init; }

    /// <summary>Empty where none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether they are parts of bulk decisions, which say nothing of somebody's pace.</summary>
    public bool Bulk { get; init; }
    public short Slot { get; init; }
    public long Count { get; init; }
}
