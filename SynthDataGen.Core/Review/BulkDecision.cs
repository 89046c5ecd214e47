namespace SynthDataGen.Core.Review;

/// <summary>Where a bulk decision stands.</summary>
public enum BulkState
{
    Working,
    Done,
    Undoing,
    Undone,
}

/// <summary>One decision on many pairs, as far as it has come; each pair it changes gets a decision of its own. Its id is its undo token.</summary>
public sealed class BulkDecision
{
    public const int MaxIds = 10_000;
    public const int MaxTagLength = 50;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string By { get; init; }

    /// <summary>When it was asked for. Pairs that were generated or decided on later are not touched.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Approve, reject, tag, untag, assign or unassign.</summary>
    public DecisionAction Action { get; init; }
    public string? Reason { get; init; }
    public string? Tag { get; init; }

    /// <summary>With assign: to whom.</summary>
    public string? Assignee { get; init; }
    public required PairQuery Query { get; init; }
    public BulkState State { get; private set; }

    /// <summary>How many pairs it is about; null while they are being counted.</summary>
    public long? Total { get; set; }

    /// <summary>How many pairs stand changed by it.</summary>
    public long Changed { get; private set; }

    /// <summary>How far it has come: the last pair, or the last decision that was undone.</summary>
    public Guid? Cursor { get; private set; }

    public bool IsAtWork => State is BulkState.Working or BulkState.Undoing;

    /// <summary>Goes behind a piece; null: that was the last.</summary>
    public void Advance(Guid? cursor, int changed)
    {
        Cursor = cursor;
        Changed += State == BulkState.Working ? changed : -changed;
        if (cursor is null)
        {
            State = State == BulkState.Working ? BulkState.Done : BulkState.Undone;
        }
    }

    /// <summary>From now on it is taken back, even where it had not come to its end.</summary>
    public void Undo() => (State, Cursor) = (BulkState.Undoing, null);

    /// <summary>What it makes of a pair; null: nothing, it stands so already.</summary>
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
