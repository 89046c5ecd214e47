namespace SynthDataGen.Core.Pairs;

/// <summary>A reviewer's action.</summary>
public enum DecisionAction
{
    Approve,
    Edit,
    Reject,
    Undo,

    /// <summary>Added a tag, in bulk.</summary>
    Tag,

    /// <summary>Removed a tag, in bulk.</summary>
    Untag,

    /// <summary>Assigned it to a reviewer, in bulk.</summary>
    Assign,

    /// <summary>Removed its assignee, in bulk.</summary>
    Unassign,
}

/// <summary>The part of a pair that a decision changes. Null keeps the old value.</summary>
public sealed record PairContent(
    PairStatus Status,
    string? Question = null,
    string? Answer = null,
    IReadOnlyList<Evidence>? Evidence = null,
    IReadOnlyList<string>? Flags = null,
    IReadOnlyList<string>? Tags = null)
{
    /// <summary>The first of its cluster; used together with flags.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>The person who should review it; empty: anybody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Whether it only sorts the pair and is no decision on its content.</summary>
    internal bool OnlySorts => Tags is not null || Assignee is not null;

    /// <summary>Whether it changes the words of the pair, not only its status.</summary>
    public bool HasText => Question is not null || Answer is not null || Evidence is not null;

    /// <summary>This content where it has values, the other one elsewhere.</summary>
    public PairContent Over(PairContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Status, Question ?? other.Question, Answer ?? other.Answer, Evidence ?? other.Evidence, Flags ?? other.Flags, Tags ?? other.Tags)
        {
            ClusterId = Flags is null ? other.ClusterId : ClusterId,
            Assignee = Assignee ?? other.Assignee,
        };
    }
}

/// <summary>One review event. Appended and never changed, except to mark it as undone.</summary>
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

    /// <summary>The version of the pair that it created; 0 if it predates versions.</summary>
    public int Version { get; init; }

    /// <summary>The bulk decision that it belongs to.</summary>
    public Guid? BulkId { get; init; }

    /// <summary>Whether it is an opinion, which waits for a second one and does not change the pair, or the withdrawal of one.</summary>
    public bool Opinion { get; init; }

    /// <summary>The status that it leaves the pair in.</summary>
    internal PairStatus Leaves => Opinion ? Before.Status : After.Status;

    /// <summary>Whether it was undone.</summary>
    public bool Undone { get; set; }
}
