namespace SynthDataGen.Client.Review;

/// <summary>One decision on many pairs: those named, or all that fit a filter.</summary>
/// <param name="Action">
/// approve, reject, tag, untag, assign, unassign. Pairs that stand so already are passed over. On a pair that needs two decisions, approve and
/// reject are one opinion like any; pairs on which the caller gave theirs, or which wait between two, are passed over.
/// </param>
public sealed record BulkDecision(string Action)
{
    /// <summary>With reject: why.</summary>
    public string? Reason { get; init; }

    /// <summary>The pairs; at most 10,000. Either these or a filter.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>All pairs that fit it now; its order does not count.</summary>
    public PairFilter? Filter { get; init; }

    /// <summary>With tag and untag: 1–50 characters.</summary>
    public string? Tag { get; init; }

    /// <summary>With assign: a member of the workspace, or <c>me</c>.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A bulk decision, as far as it has come.</summary>
public sealed record BulkOutcome
{
    /// <summary>Takes it back, and asks how far it is.</summary>
    public required Guid UndoToken { get; init; }

    /// <summary>How many pairs it changed so far.</summary>
    public required long Changed { get; init; }

    /// <summary>working, done, undoing, undone, failed.</summary>
    public required string State { get; init; }

    /// <summary>What is done.</summary>
    public required string Action { get; init; }

    /// <summary>How many pairs it is about; null while they are being found.</summary>
    public long? Total { get; init; }

    /// <summary>Whose decision it is.</summary>
    public required string By { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>With assign: to whom.</summary>
    public string? Assignee { get; init; }
}

/// <summary>Takes a bulk decision back, except on pairs that somebody decided on since.</summary>
/// <param name="UndoToken">As it was given out.</param>
public sealed record BulkUndo(Guid UndoToken);
