using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review;

/// <summary>The state of a bulk decision.</summary>
public enum BulkState
{
    Working,
    Done,
    Undoing,
    Undone,
}

/// <summary>One decision on many pairs, and its progress. Each changed pair gets its own decision. The id is the undo token.</summary>
public sealed class BulkDecision
{
    public const int MaxIds = 10_000;
    public const int MaxTagLength = 50;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string By { get; init; }

    /// <summary>When it was requested. Pairs that were generated or decided on later stay untouched.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Approve, reject, tag, untag, assign or unassign.</summary>
    public DecisionAction Action { get; init; }
    public string? Reason { get; init; }
    public string? Tag { get; init; }

    /// <summary>The assignee, with assign.</summary>
    public string? Assignee { get; init; }
    public required PairQuery Query { get; init; }
    public BulkState State { get; private set; }

    /// <summary>The number of matching pairs; null while they are being counted.</summary>
    public long? Total { get; set; }

    /// <summary>The number of pairs that are changed by it.</summary>
    public long Changed { get; private set; }

    /// <summary>Its progress: the last pair, or the last undone decision.</summary>
    public Guid? Cursor { get; private set; }

    public bool IsAtWork => State is BulkState.Working or BulkState.Undoing;

    /// <summary>Records a finished piece; null: it was the last.</summary>
    public void Advance(Guid? cursor, int changed)
    {
        Cursor = cursor;
        Changed += State == BulkState.Working ? changed : -changed;
        if (cursor is null)
        {
            State = State == BulkState.Working ? BulkState.Done : BulkState.Undone;
        }
    }

    /// <summary>Starts the undo, even if the decision has not finished.</summary>
    public void Undo() => (State, Cursor) = (BulkState.Undoing, null);

    /// <summary>The change of a pair; null: none is needed.</summary>
    public PairContent? Change(PairContent pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var tags = pair.Tags ?? [];
        return Action switch
        {
            DecisionAction.Approve => pair.Status == PairStatus.Approved ? null : new(PairStatus.Approved),
            DecisionAction.Reject => pair.Status == PairStatus.Rejected ? null : new(PairStatus.Rejected),
            DecisionAction.Assign or DecisionAction.Unassign => pair.Assignee == (Assignee ?? "") ? null : new(pair.Status) { Assignee = Assignee ?? "" },
            DecisionAction.Tag => tags.Contains(Tag, StringComparer.Ordinal) ? null : new(pair.Status, Tags: [.. tags, Tag!]),
            _ => tags.Contains(Tag, StringComparer.Ordinal) ? new(pair.Status, Tags: [.. tags.Where(tag => tag != Tag)]) : null,
        };
    }
}
