namespace SynthDataGen.Core.Review;

/// <summary>What a reviewer did.</summary>
public enum DecisionAction
{
    Approve,
    Edit,
    Reject,
    Undo,
}

/// <summary>The part of a pair that a decision can change.</summary>
public sealed record PairContent(string Question, string Answer, PairStatus Status);

/// <summary>One review event. Appended, never changed, but for the mark that a later event undid it.</summary>
public sealed class Decision
{
    public const int MaxReasonLength = 1_000;

    public Guid Id { get; init; }
    public Guid PairId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public DecisionAction Action { get; init; }
    public string? Reason { get; init; }
    public required PairContent Before { get; init; }
    public required PairContent After { get; init; }

    /// <summary>Whether an undo took this decision back.</summary>
    public bool Undone { get; set; }
}
