using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Review;

/// <summary>Which pairs; what is null does not narrow.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="Flag">One flag, <see cref="AnyFlag"/> or <see cref="NoFlag"/>.</param>
/// <param name="DocumentId">Of one document.</param>
/// <param name="RunId">Of one run.</param>
/// <param name="Search">Words, as <see cref="SearchText"/> reads them.</param>
/// <param name="Type">A question type.</param>
/// <param name="Difficulty">easy, medium, hard.</param>
/// <param name="Reviewer">Who made the decision that stands.</param>
/// <param name="MinScore">The judge's score at least.</param>
/// <param name="MaxScore">The judge's score at most.</param>
/// <param name="From">Generated at this time or later.</param>
/// <param name="To">Generated before this time.</param>
/// <param name="Tag">With this tag.</param>
/// <param name="ClusterId">Those of one cluster, its first pair included.</param>
public sealed record PairQuery(
    PairStatus? Status = null,
    string? Flag = null,
    Guid? DocumentId = null,
    Guid? RunId = null,
    string? Search = null,
    string? Type = null,
    string? Difficulty = null,
    string? Reviewer = null,
    int? MinScore = null,
    int? MaxScore = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Tag = null,
    Guid? ClusterId = null)
{
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
