namespace SynthDataGen.Client.Review;

/// <summary>Which pairs, in which order. Null properties don't narrow.</summary>
public sealed record PairFilter
{
    /// <summary>pending, approved, rejected.</summary>
    public string? Status { get; init; }

    /// <summary>One flag, <c>any</c>, or <c>none</c>.</summary>
    public string? Flag { get; init; }

    /// <summary>Of one document.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Of one run.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Words in the question or answer, anywhere and in any order; a quoted part must match as written.</summary>
    public string? Search { get; init; }

    /// <summary>
    /// <c>created</c> (the default), <c>-created</c>, <c>document</c> (by document, as the text goes), <c>doubt</c> (the most doubtful
    /// first: flags, a low score, evidence that was only nearly found), <c>spread</c> (question types in turn), <c>judge</c> (the lowest
    /// score first, those that were not judged last), <c>-decided</c> (the newest decision first).
    /// </summary>
    public string? Sort { get; init; }

    /// <summary>A question type.</summary>
    public string? Type { get; init; }

    /// <summary>easy, medium, hard.</summary>
    public string? Difficulty { get; init; }

    /// <summary>Who made the current decision.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The judge's score at least, 1–5.</summary>
    public int? MinScore { get; init; }

    /// <summary>The judge's score at most, 1–5.</summary>
    public int? MaxScore { get; init; }

    /// <summary>Generated at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Generated before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>With this tag.</summary>
    public string? Tag { get; init; }

    /// <summary>Pairs of one cluster, its first pair included.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>
    /// Of those that need two decisions: <c>second</c> (one opinion is in), <c>adjudication</c> (two opinions differ). <c>open</c>: what
    /// the caller can be given to review.
    /// </summary>
    public string? Stage { get; init; }

    /// <summary>Who is to review it: a name, <c>me</c>, or <c>none</c> (anybody).</summary>
    public string? Assignee { get; init; }

    /// <summary>The filter as the query of an address, without the question mark; empty if it doesn't narrow.</summary>
    public string ToQuery() => QueryText.Join(
        ("status", Status), ("flag", Flag), ("documentId", DocumentId), ("runId", RunId), ("search", Search), ("sort", Sort), ("type", Type),
        ("difficulty", Difficulty), ("reviewer", Reviewer), ("minScore", MinScore), ("maxScore", MaxScore), ("from", From), ("to", To), ("tag", Tag),
        ("clusterId", ClusterId), ("stage", Stage), ("assignee", Assignee));

    /// <summary>The filter in the query of an address; what is missing or unreadable doesn't narrow.</summary>
    public static PairFilter FromQuery(string address) => FromQuery(QueryText.Of(address));

    internal static PairFilter FromQuery(QueryText query) => new()
    {
        Status = query.Text("status"), Flag = query.Text("flag"), DocumentId = query.Id("documentId"), RunId = query.Id("runId"),
        Search = query.Text("search"), Sort = query.Text("sort"), Type = query.Text("type"), Difficulty = query.Text("difficulty"),
        Reviewer = query.Text("reviewer"), MinScore = query.Number("minScore"), MaxScore = query.Number("maxScore"), From = query.Time("from"),
        To = query.Time("to"), Tag = query.Text("tag"), ClusterId = query.Id("clusterId"), Stage = query.Text("stage"), Assignee = query.Text("assignee"),
    };
}
