using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Review;

/// <summary>Which pairs; what is null does not narrow.</summary>
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

    /// <summary>Words, as <see cref="SearchText"/> reads them.</summary>
    public string? Search { get; init; }

    /// <summary>A question type.</summary>
    public string? Type { get; init; }

    /// <summary>easy, medium, hard.</summary>
    public string? Difficulty { get; init; }

    /// <summary>Who made the decision that stands.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The judge's score at least.</summary>
    public int? MinScore { get; init; }

    /// <summary>The judge's score at most.</summary>
    public int? MaxScore { get; init; }

    /// <summary>Generated at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Generated before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Those of one cluster, its first pair included.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>Where they stand that need two decisions.</summary>
    public ReviewStage? Stage { get; init; }

    /// <summary>Assigned to this person; <see cref="Nobody"/>: to nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only what this person can be given to review.</summary>
    public string? OpenTo { get; init; }

    /// <summary>As an assignee: none.</summary>
    public const string Nobody = "none";

    /// <summary>As a flag: any flag at all.</summary>
    public const string AnyFlag = "any";

    /// <summary>As a flag: none at all.</summary>
    public const string NoFlag = "none";

    /// <summary>Longest search, in characters.</summary>
    public const int MaxSearchLength = 500;

    /// <summary>Longest of the other words to look for, in characters.</summary>
    public const int MaxWordLength = 200;
}

/// <summary>How pairs are ordered. Those that an order does not tell apart stand as their contexts do in the runs.</summary>
public enum PairOrder
{
    /// <summary>As their contexts stand in the runs, the oldest run first.</summary>
    OldestFirst,

    /// <summary>The other way round.</summary>
    NewestFirst,

    /// <summary>By document, in each as the oldest one.</summary>
    ByDocument,

    /// <summary>The most doubtful first.</summary>
    DoubtfulFirst,

    /// <summary>Question types in turn.</summary>
    Spread,

    /// <summary>By the judge's score, the lowest first, those that were not judged last.</summary>
    WorstFirst,

    /// <summary>The newest decision first, those that nobody decided on last.</summary>
    LastDecidedFirst,
}
