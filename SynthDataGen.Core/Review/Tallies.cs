using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review;

/// <summary>
/// The number of a run's pairs with a question type and a status, kept by the database with each change of a pair. Sessions count in
/// different slots, so that they do not wait for each other; the number is the sum over the slots.
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

/// <summary>The number of pairs with a flag and a status, kept like <see cref="PairTally"/>.</summary>
public sealed class FlagTally
{
    public Guid WorkspaceId { get; init; }
    public required string Flag { get; init; }
    public PairStatus Status { get; init; }
    public short Slot { get; init; }
    public long Count { get; init; }
}

/// <summary>The number of a person's current decisions in a stretch of ten minutes, kept like <see cref="PairTally"/>.</summary>
public sealed class DecisionTally
{
    /// <summary>Longer reasons are truncated.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>The length of a stretch.</summary>
    public static readonly TimeSpan Stretch = TimeSpan.FromMinutes(10);

    public Guid WorkspaceId { get; init; }

    /// <summary>The start of the stretch.</summary>
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public DecisionAction Action { get; init; }

    /// <summary>Empty: none was given.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether they belong to bulk decisions, which do not count for a person's pace.</summary>
    public bool Bulk { get; init; }
    public short Slot { get; init; }
    public long Count { get; init; }
}
