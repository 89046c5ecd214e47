namespace SynthDataGen.Client.Review;

/// <summary>A question with its answer, evidence, provenance and status.</summary>
public sealed record Pair
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The document it came from.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The run that made it.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The words of the source that support the answer.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>factual, definition, procedure, reasoning.</summary>
    public required string QuestionType { get; init; }

    /// <summary>easy, medium, hard; null: unknown.</summary>
    public string? Difficulty { get; init; }

    /// <summary>The persona that asks, if the recipe has one.</summary>
    public string? Persona { get; init; }

    /// <summary>Why it deserves a look.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>pending, approved, rejected.</summary>
    public required string Status { get; init; }

    /// <summary>Its version: a decision names it, and each decision increments it.</summary>
    public required int Version { get; init; }

    /// <summary>Where it came from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Who decided; null if nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When they decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>When it was generated.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>All decisions, oldest first; only when a single pair is requested. Other people's opinions are hidden until both are in.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Decision>? History { get; init; }

    /// <summary>The first pair that is worded like this one; null unless this is a duplicate.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>The judgement; null if it was not judged.</summary>
    public Judgement? Judge { get; init; }

    /// <summary>Tags that people put on it.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>How far a pair is that needs two decisions: second (one opinion is in), adjudication (two opinions differ); otherwise null.</summary>
    public string? Stage { get; init; }

    /// <summary>Who is to review it; null: anybody.</summary>
    public string? Assignee { get; init; }
}

/// <summary>What the judge said about a pair as generated.</summary>
public sealed record Judgement
{
    /// <summary>1 (useless) to 5 (keep as it is); for ranking.</summary>
    public required int Score { get; init; }

    /// <summary>Whether the evidence supports the whole answer.</summary>
    public required bool Answerable { get; init; }

    /// <summary>Whether the answer is correct and leaves nothing out.</summary>
    public required bool Complete { get; init; }

    /// <summary>Whether the question is clear to somebody who has not seen the text.</summary>
    public required bool Clear { get; init; }

    /// <summary>The worst fault in one sentence; empty: none.</summary>
    public required string Note { get; init; }
}

/// <summary>A quote and its place in the revision's text. Offsets count UTF-16 code units.</summary>
public sealed record Evidence
{
    /// <summary>The words.</summary>
    public required string Quote { get; init; }

    /// <summary>Offset of the first.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after the last.</summary>
    public required int End { get; init; }

    /// <summary>The 1-based page.</summary>
    public required int Page { get; init; }

    /// <summary>exact, normalized, near, missing.</summary>
    public required string Match { get; init; }
}

/// <summary>A line of evidence on a page's picture, as shares of the page's width and height from its upper left corner, 0–1.</summary>
/// <param name="Page">The 1-based page.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">How wide.</param>
/// <param name="Height">How high.</param>
public sealed record EvidenceBox(int Page, double X, double Y, double Width, double Height);

/// <summary>Where a pair came from.</summary>
public sealed record Provenance
{
    /// <summary>Document key.</summary>
    public required string DocumentKey { get; init; }

    /// <summary>Revision id.</summary>
    public required Guid RevisionId { get; init; }

    /// <summary>Sha256.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Heading path.</summary>
    public required IReadOnlyList<string> HeadingPath { get; init; }

    /// <summary>Generator.</summary>
    public required string Generator { get; init; }

    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Template.</summary>
    public required string Template { get; init; }

    /// <summary>Template version.</summary>
    public required string TemplateVersion { get; init; }
}

/// <summary>One review event.</summary>
public sealed record Decision
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; empty for another person's opinion until the pair is decided.</summary>
    public required string By { get; init; }

    /// <summary>approve, edit, reject, undo, tag, untag, assign, unassign.</summary>
    public required string Action { get; init; }

    /// <summary>Why, if a reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>The pair before it.</summary>
    public PairContent? Before { get; init; }

    /// <summary>The pair after it.</summary>
    public PairContent? After { get; init; }

    /// <summary>Whether it was undone later.</summary>
    public bool Undone { get; init; }

    /// <summary>Whether it is an opinion, which changed nothing yet; the pair after it is then what it asks for.</summary>
    public bool Opinion { get; init; }
}

/// <summary>The part of a pair that a decision can change.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Status">pending, approved, rejected.</param>
public sealed record PairContent(string Question, string Answer, string Status)
{
    /// <summary>The evidence; null if it was not changed.</summary>
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    /// <summary>The flags; null if they were not changed.</summary>
    public IReadOnlyList<string>? Flags { get; init; }
}

/// <summary>A decision on the version that was seen. On a pair that needs two decisions it is an opinion, which takes effect when a second one agrees.</summary>
/// <param name="Action">approve, edit, reject, undo. An edit also approves the pair.</param>
/// <param name="Version">The pair's version as seen; an outdated one causes a conflict.</param>
public sealed record NewDecision(string Action, int Version)
{
    /// <summary>With edit: the new question; null keeps it.</summary>
    public string? Question { get; init; }

    /// <summary>With edit: the new answer; null keeps it.</summary>
    public string? Answer { get; init; }

    /// <summary>With reject or edit: why.</summary>
    public string? Reason { get; init; }

    /// <summary>With edit: the new spans of the revision's text that support the answer; null keeps them.</summary>
    public IReadOnlyList<TextSpan>? Evidence { get; init; }
}
