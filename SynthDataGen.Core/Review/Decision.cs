using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Review;

/// <summary>What a reviewer did.</summary>
public enum DecisionAction
{
    Approve,
    Edit,
    Reject,
    Undo,

    /// <summary>Put a tag on it, in bulk.</summary>
    Tag,

    /// <summary>Took a tag off it, in bulk.</summary>
    Untag,

    /// <summary>Gave it to somebody to review, in bulk.</summary>
    Assign,

    /// <summary>Left it to whoever comes, in bulk.</summary>
    Unassign,
}

/// <summary>The part of a pair that a decision changes. What is null it leaves as it is.</summary>
public sealed record PairContent(
    PairStatus Status,
    string? Question = null,
    string? Answer = null,
    IReadOnlyList<Evidence>? Evidence = null,
    IReadOnlyList<string>? Flags = null,
    IReadOnlyList<string>? Tags = null)
{
    /// <summary>The first of its cluster; counts where there are flags.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>Who is to review it; empty: whoever comes.</summary>
    public string? Assignee { get; init; }

    /// <summary>Whether it is about where the pair belongs, and no decision on what it says.</summary>
    internal bool OnlySorts => Tags is not null || Assignee is not null;

    /// <summary>Whether it says what the pair says, not only where it stands.</summary>
    public bool HasText => Question is not null || Answer is not null || Evidence is not null;

    /// <summary>This content where it says something, and the other one elsewhere.</summary>
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

    /// <summary>The pair's version that it made; 0 where it was made before these were kept.</summary>
    public int Version { get; init; }

    /// <summary>The bulk decision that it is a part of.</summary>
    public Guid? BulkId { get; init; }

    /// <summary>Whether it waits for a second one, and so changed nothing of the pair; or took such an opinion back.</summary>
    public bool Opinion { get; init; }

    /// <summary>Where the pair stands with it.</summary>
    internal PairStatus Leaves => Opinion ? Before.Status : After.Status;

    /// <summary>Whether an undo took this decision back.</summary>
    public bool Undone { get; set; }
}
