namespace SynthDataGen.Client.Review;

/// <summary>One decision on many pairs: those named, or all that fit a filter.</summary>
/// <param name="Action">
/// approve, reject, tag, untag, assign, unassign. Pairs that stand so already are passed over. On a pair that needs two decisions, approve and
/// reject are one opinion like any; pairs on which the caller gave theirs, or which wait between two, are passed over.
/// </param>
/// <param name="Reason">With reject: why.</param>
/// <param name="Ids">The pairs; at most 10,000. Either these or a filter.</param>
/// <param name="Filter">All pairs that fit it now; its order does not count.</param>
/// <param name="Tag">With tag and untag: 1–50 characters.</param>
/// <param name="Assignee">With assign: a member of the workspace, or <c>me</c>.</param>
public sealed record BulkDecision(string Action, string? Reason = null, IReadOnlyList<Guid>? Ids = null, PairFilter? Filter = null, string? Tag = null, string? Assignee = null);

/// <summary>A bulk decision, as far as it has come.</summary>
/// <param name="UndoToken">Takes it back, and asks how far it is.</param>
/// <param name="Changed">How many pairs it changed so far.</param>
/// <param name="State">working, done, undoing, undone, failed.</param>
/// <param name="Action">What is done.</param>
/// <param name="Total">How many pairs it is about; null while they are being found.</param>
/// <param name="By">Whose decision it is.</param>
/// <param name="At">When it was made.</param>
/// <param name="Assignee">With assign: to whom.</param>
public sealed record BulkOutcome(Guid UndoToken, long Changed, string State, string Action, long? Total, string By, DateTimeOffset At, string? Assignee = null);

/// <summary>Takes a bulk decision back, except on pairs that somebody decided on since.</summary>
/// <param name="UndoToken">As it was given out.</param>
public sealed record BulkUndo(Guid UndoToken);
