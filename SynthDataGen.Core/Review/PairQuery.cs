using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Review;

/// <summary>A query for pairs; null does not narrow it.</summary>
public sealed record PairQuery
{
    /// <summary>Where they stand.</summary>
    public PairStatus? Status { get; init; }

    /// <summary>One flag, <see cref="AnyFlag"/> or <see cref="NoFlag"/>.</summary>
    public string? Flag { get; init; }

    /// <summary>Of one document.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Of one run.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Words, as parsed by <see cref="SearchText"/>.</summary>
    public string? Search { get; init; }

    /// <summary>A question type.</summary>
    public string? Type { get; init; }

    /// <summary>easy, medium, hard.</summary>
    public string? Difficulty { get; init; }

    /// <summary>The person who made the current decision.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The lowest score of the judge.</summary>
    public int? MinScore { get; init; }

    /// <summary>The highest score of the judge.</summary>
    public int? MaxScore { get; init; }

    /// <summary>Generated at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Generated before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this tag.</summary>
    public string? Tag { get; init; }

    /// <summary>A cluster, including its first pair.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>The stage of pairs that need two decisions.</summary>
    public ReviewStage? Stage { get; init; }

    /// <summary>Assigned to this person; <see cref="Nobody"/>: to nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only pairs that this person can be given to review.</summary>
    public string? OpenTo { get; init; }

    /// <summary>The assignee of pairs without one.</summary>
    public const string Nobody = "none";

    /// <summary>Any flag at all.</summary>
    public const string AnyFlag = "any";

    /// <summary>No flag at all.</summary>
    public const string NoFlag = "none";

    /// <summary>The longest search, in characters.</summary>
    public const int MaxSearchLength = 500;

    /// <summary>The longest other search word, in characters.</summary>
    public const int MaxWordLength = 200;
}

/// <summary>The orders of pairs. Ties are in the order of their contexts in the runs.</summary>
public enum PairOrder
{
    /// <summary>In the order of their contexts in the runs, the oldest run first.</summary>
    OldestFirst,

    /// <summary>The reverse.</summary>
    NewestFirst,

    /// <summary>By document, and within each the oldest first.</summary>
    ByDocument,

    /// <summary>The most doubtful first.</summary>
    DoubtfulFirst,

    /// <summary>Alternating question types.</summary>
    Spread,

    /// <summary>By the judge's score, the lowest first, unjudged pairs last.</summary>
    WorstFirst,

    /// <summary>The newest decision first, undecided pairs last.</summary>
    LastDecidedFirst,
}
