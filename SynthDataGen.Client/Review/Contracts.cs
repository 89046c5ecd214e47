namespace SynthDataGen.Client.Review;

/// <summary>A question with its answer, the words that support it, where it came from, and where it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DocumentId">The document it came from.</param>
/// <param name="RunId">The run that made it.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Evidence">The words of the source that support the answer.</param>
/// <param name="QuestionType">factual, definition, procedure, reasoning.</param>
/// <param name="Difficulty">easy, medium, hard; null: unknown.</param>
/// <param name="Persona">Who asks, when the recipe said so.</param>
/// <param name="Flags">Why it deserves a look.</param>
/// <param name="Status">pending, approved, rejected.</param>
/// <param name="Version">Name it in a decision; goes up with each.</param>
/// <param name="Provenance">Where it came from.</param>
/// <param name="DecidedBy">Who decided; null while nobody has.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="CreatedAt">When it was generated.</param>
/// <param name="History">All decisions, oldest first; in the single view only.</param>
/// <param name="ClusterId">The first pair that is worded like this one; null unless this one is a duplicate.</param>
/// <param name="Judge">What the judge said; null: it was not judged.</param>
public sealed record Pair(
    Guid Id,
    Guid DocumentId,
    Guid RunId,
    string Question,
    string Answer,
    IReadOnlyList<Evidence> Evidence,
    string QuestionType,
    string? Difficulty,
    string? Persona,
    IReadOnlyList<string> Flags,
    string Status,
    int Version,
    Provenance Provenance,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    DateTimeOffset CreatedAt,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<Decision>? History = null,
    Guid? ClusterId = null,
    Judgement? Judge = null);

/// <summary>What a generator that judges said of a pair as it was written.</summary>
/// <param name="Score">1 (of no use) to 5 (to keep as it is); for ranking.</param>
/// <param name="Answerable">Whether the evidence supports the whole answer.</param>
/// <param name="Complete">Whether the answer is correct and leaves nothing out.</param>
/// <param name="Clear">Whether the question is clear to somebody who has not seen the text.</param>
/// <param name="Note">The gravest fault in a sentence; empty: none.</param>
public sealed record Judgement(int Score, bool Answerable, bool Complete, bool Clear, string Note);

/// <summary>A quote and its place in the revision's text. Offsets count UTF-16 code units.</summary>
/// <param name="Quote">The words.</param>
/// <param name="Start">Offset of the first.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Page">The 1-based page.</param>
/// <param name="Match">exact, normalized, near, missing.</param>
public sealed record Evidence(string Quote, int Start, int End, int Page, string Match);

/// <summary>Where a pair came from.</summary>
public sealed record Provenance(
    string DocumentKey,
    Guid RevisionId,
    string Sha256,
    IReadOnlyList<string> HeadingPath,
    string Generator,
    string Model,
    string Template,
    string TemplateVersion);

/// <summary>One review event.</summary>
public sealed record Decision(DateTimeOffset At, string By, string Action, string? Reason, PairContent? Before, PairContent? After);

/// <summary>The part of a pair that a decision can change.</summary>
public sealed record PairContent(string Question, string Answer, string Status);

/// <summary>A decision to make on the version that was seen.</summary>
/// <param name="Action">approve, edit, reject, undo. An edit approves what it puts in place.</param>
/// <param name="Version">The pair's version as seen; an older one is answered with a conflict.</param>
/// <param name="Question">With edit: the new question; null keeps it.</param>
/// <param name="Answer">With edit: the new answer; null keeps it.</param>
/// <param name="Reason">With reject: why.</param>
public sealed record NewDecision(string Action, int Version, string? Question = null, string? Answer = null, string? Reason = null);

/// <summary>Which pairs to list; what is null does not narrow.</summary>
/// <param name="Status">pending, approved, rejected.</param>
/// <param name="Flag">One flag, or <c>any</c>.</param>
/// <param name="DocumentId">Of one document.</param>
/// <param name="RunId">Of one run.</param>
/// <param name="Search">Words in question or answer.</param>
/// <param name="Sort"><c>created</c> (the default), <c>-created</c>, <c>judge</c> (the lowest score first, those that were not judged last).</param>
public sealed record PairFilter(
    string? Status = null,
    string? Flag = null,
    Guid? DocumentId = null,
    Guid? RunId = null,
    string? Search = null,
    string? Sort = null);
