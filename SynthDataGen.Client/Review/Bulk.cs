namespace SynthDataGen.Client.Review;

/// <summary>One decision on many pairs: those named, or all that match a filter.</summary>
/// <param name="Action">
/// approve, reject, tag, untag, assign, unassign. Pairs that already match are skipped. On a pair that needs two decisions, approve and
/// reject count as one opinion; pairs that have the caller's opinion already, or await adjudication, are skipped.
/// </param>
public sealed record BulkDecision(string Action)
{
    /// <summary>With reject: why.</summary>
    public string? Reason { get; init; }

    /// <summary>The pairs; at most 10,000. Either these or a filter.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>All pairs that match it now; its order is ignored.</summary>
    public PairFilter? Filter { get; init; }

    /// <summary>With tag and untag: 1–50 characters.</summary>
    public string? Tag { get; init; }

    /// <summary>With assign: a member of the workspace, or <c>me</c>.</summary>
    public string? Assignee { get; init; }
}

/// <summary>A bulk decision and its progress.</summary>
public sealed record BulkOutcome
{
    /// <summary>The token that undoes it and asks for its progress.</summary>
    public required Guid UndoToken { get; init; }

    /// <summary>How many pairs it has changed so far.</summary>
    public required long Changed { get; init; }

    /// <summary>working, done, undoing, undone, failed.</summary>
    public required string State { get; init; }

    /// <summary>The action.</summary>
    public required string Action { get; init; }

    /// <summary>How many pairs it affects; null while they are being counted.</summary>
    public long? Total { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>With assign: to whom.</summary>
    public string? Assignee { get; init; }
}

/// <summary>Undoes a bulk decision, except on pairs that were decided on since.</summary>
/// <param name="UndoToken">The token of the bulk decision.</param>
public sealed record BulkUndo(Guid UndoToken);
