using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Judging;
using SynthDataGen.Core.Generation.Regenerating;

namespace SynthDataGen.Core.Generation;

/// <summary>
/// What one model call sees: consecutive chunks, <c>text[Start..End]</c> of the revision; in a multi-hop context the first of
/// several such stretches, which do not touch.
/// </summary>
/// <param name="FirstChunk">Ordinal of its first chunk.</param>
/// <param name="LastChunk">Ordinal of its last chunk.</param>
/// <param name="Start">Offset of its first character in the revision's text.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Tokens">Estimated tokens of the generator's model, those of all stretches.</param>
/// <param name="HeadingPath">Titles from the outermost to the innermost heading that all chunks of this stretch stand under.</param>
/// <param name="Header">The head of the table that it begins amid, which the generator is shown above it.</param>
public sealed record ContextSpan(
    int FirstChunk, int LastChunk, int Start, int End, int Tokens, IReadOnlyList<string> HeadingPath, TextSpan? Header = null)
{
    /// <summary>The further stretches of a multi-hop context, in the order of the text; none in any other.</summary>
    public IReadOnlyList<ContextSpan> Further { get; init; } = [];
}

/// <summary>One question to a generator: write at most <paramref name="Pairs"/> pairs from this text, judge those that were written, or write one anew.</summary>
public sealed record GenerationRequest(string Text, IReadOnlyList<string> HeadingPath, string DocumentTitle, RecipeSettings Recipe, int Pairs)
{
    /// <summary>The pairs to judge; null: none, they are to be written.</summary>
    public IReadOnlyList<GroundedPair>? Judged { get; init; }

    /// <summary>The pair to write anew, with the remark on it; null: none.</summary>
    public Regeneration? Regenerated { get; init; }

    /// <summary>How many places of the document the text joins; more than one: every question is to need two of them.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Questions about this text that exist already: others are wanted.</summary>
    public IReadOnlyList<string> Existing { get; init; } = [];
}

/// <summary>What a generator answered, before anybody read it.</summary>
/// <param name="Content">JSON of the shape that was asked for, if all is well.</param>
/// <param name="FinishReason">Why the model stopped, in the endpoint's own word.</param>
/// <param name="InputTokens">Tokens of the prompt as the endpoint counted them; 0 where it does not say.</param>
/// <param name="OutputTokens">Tokens of the answer as the endpoint counted them; 0 where it does not say.</param>
/// <param name="Model">The model's name as the endpoint gives it.</param>
/// <param name="EstimatedTokens">Tokens of the prompt by our own estimate; 0 where there was no prompt.</param>
public sealed record GeneratorReply(
    string Content, string FinishReason, int InputTokens, int OutputTokens, string Model, int EstimatedTokens = 0)
{
    /// <summary>The response format that the endpoint took; null where there was no choice.</summary>
    public ResponseFormat? Format { get; init; }
}

/// <summary>Writes pairs from a context: a chat endpoint or the built-in extractive rules.</summary>
public interface IPairGenerator
{
    /// <summary>Asks once. To try again is the caller's.</summary>
    /// <exception cref="GeneratorException">No usable answer was had; the reason says why.</exception>
    Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken);
}

/// <summary>A pair as the generator wrote it, its quotes not yet looked up.</summary>
public sealed record PairDraft(string Question, string Answer, IReadOnlyList<string> Quotes, string QuestionType, string? Difficulty);

/// <summary>How a quote was found in the source.</summary>
public enum EvidenceMatch
{
    /// <summary>Letter by letter.</summary>
    Exact,

    /// <summary>After folding case, white space, quotation marks, dashes, ligatures and hyphenation.</summary>
    Normalized,

    /// <summary>By alignment, at least 0.9 alike.</summary>
    Near,

    /// <summary>Not at all.</summary>
    Missing,
}

/// <summary>The words that support an answer. Unless missing, <c>text[Start..End]</c> of the revision is <paramref name="Quote"/>.</summary>
public sealed record Evidence(string Quote, int Start, int End, int Page, EvidenceMatch Match);

/// <summary>A pair with its evidence located and its flags raised, ready to be saved.</summary>
public sealed record GroundedPair(PairDraft Draft, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Flags)
{
    /// <summary>What the judge said of it; null: it was not judged.</summary>
    public Judgement? Judgement { get; init; }
}

/// <summary>Why a pair deserves a look.</summary>
public static class PairFlags
{
    public const string Ungrounded = "ungrounded";
    public const string NearEvidence = "near-evidence";
    public const string Duplicate = "duplicate";
    public const string TooShort = "too-short";
    public const string TooLong = "too-long";
    public const string RefersToContext = "refers-to-context";
    public const string AnswerInQuestion = "answer-in-question";
    public const string CopiedWording = "copied-wording";
    public const string UnsupportedNumber = "unsupported-number";
    public const string UnsupportedDate = "unsupported-date";
    public const string UnsupportedName = "unsupported-name";
    public const string WrongLanguage = "wrong-language";
    public const string PersonalData = "personal-data";
    public const string Injection = "injection";
    public const string Stale = "stale";

    /// <summary>A multi-hop pair whose evidence comes from one place only.</summary>
    public const string SingleSource = "single-source";

    /// <summary>The judge: the evidence does not support the answer.</summary>
    public const string NotAnswerable = "not-answerable";

    /// <summary>The judge: the answer is wrong or leaves something out.</summary>
    public const string IncompleteAnswer = "incomplete-answer";

    /// <summary>The judge: the question is not clear alone.</summary>
    public const string UnclearQuestion = "unclear-question";
}
