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
/// <param name="History">All decisions, oldest first; in the single view only. Opinions of others are not among them until both are in.</param>
/// <param name="ClusterId">The first pair that is worded like this one; null unless this one is a duplicate.</param>
/// <param name="Judge">What the judge said; null: it was not judged.</param>
/// <param name="Tags">What people put on it to find it again.</param>
/// <param name="Stage">Of a pair that needs two decisions: second (one opinion is in), adjudication (two opinions differ); else null.</param>
/// <param name="Assignee">Who is to review it; null: whoever comes.</param>
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
    Judgement? Judge = null,
    IReadOnlyList<string>? Tags = null,
    string? Stage = null,
    string? Assignee = null);

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

/// <summary>A line of evidence on the picture of a page, as shares of the page's width and height from its upper left corner, 0–1.</summary>
/// <param name="Page">The 1-based page.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">How wide.</param>
/// <param name="Height">How high.</param>
public sealed record EvidenceBox(int Page, double X, double Y, double Width, double Height);

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
/// <param name="At">When.</param>
/// <param name="By">Who; empty where it is an opinion of somebody else, until the pair is decided.</param>
/// <param name="Action">approve, edit, reject, undo, tag, untag, assign, unassign.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="Before">What stood before.</param>
/// <param name="After">What stood after.</param>
/// <param name="Undone">Whether a later undo took it back.</param>
/// <param name="Opinion">Whether it is an opinion, which changed nothing: what stood after it is what it asked for.</param>
public sealed record Decision(
    DateTimeOffset At, string By, string Action, string? Reason, PairContent? Before, PairContent? After, bool Undone = false, bool Opinion = false);

/// <summary>The part of a pair that a decision can change.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Status">pending, approved, rejected.</param>
/// <param name="Evidence">The evidence; null in decisions that were made before evidence could be changed: it was not touched.</param>
/// <param name="Flags">The flags; null likewise.</param>
public sealed record PairContent(
    string Question, string Answer, string Status, IReadOnlyList<Evidence>? Evidence = null, IReadOnlyList<string>? Flags = null);

/// <summary>A decision to make on the version that was seen. On a pair that needs two it is an opinion: it takes effect with a second one that is the same.</summary>
/// <param name="Action">approve, edit, reject, undo. An edit approves what it puts in place.</param>
/// <param name="Version">The pair's version as seen; an older one is answered with a conflict.</param>
/// <param name="Question">With edit: the new question; null keeps it.</param>
/// <param name="Answer">With edit: the new answer; null keeps it.</param>
/// <param name="Reason">With reject or edit: why.</param>
/// <param name="Evidence">With edit: the spans of the revision's text that support the answer now; null keeps them.</param>
public sealed record NewDecision(
    string Action, int Version, string? Question = null, string? Answer = null, string? Reason = null, IReadOnlyList<TextSpan>? Evidence = null);
