using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation;

/// <summary>
/// The text of one model call: consecutive chunks, <c>text[Start..End]</c> of the revision; in a multi-hop context the first of
/// several separate stretches.
/// </summary>
/// <param name="FirstChunk">Ordinal of its first chunk.</param>
/// <param name="LastChunk">Ordinal of its last chunk.</param>
/// <param name="Start">Offset of its first character in the revision's text.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Tokens">Estimated tokens of the generator's model, for all stretches.</param>
/// <param name="HeadingPath">Titles from the outermost to the innermost heading that all chunks of this stretch share.</param>
/// <param name="Header">The head of the table that it starts inside, which the generator is shown above it.</param>
public sealed record ContextSpan(
    int FirstChunk, int LastChunk, int Start, int End, int Tokens, IReadOnlyList<string> HeadingPath, TextSpan? Header = null)
{
    /// <summary>The further stretches of a multi-hop context, in the order of the text; none in any other.</summary>
    public IReadOnlyList<ContextSpan> Further { get; init; } = [];
}

/// <summary>One question to a generator: write at most <paramref name="Pairs"/> pairs from this text, judge existing ones, or regenerate one.</summary>
public sealed record GenerationRequest(string Text, IReadOnlyList<string> HeadingPath, string DocumentTitle, RecipeSettings Recipe, int Pairs)
{
    /// <summary>The pairs to judge; null: pairs are to be written.</summary>
    public IReadOnlyList<GroundedPair>? Judged { get; init; }

    /// <summary>The pair to regenerate, with the remark on it; null: none.</summary>
    public Regeneration? Regenerated { get; init; }

    /// <summary>How many places of the document the text joins; if more than one, every question must need two of them.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Existing questions about this text; others are wanted.</summary>
    public IReadOnlyList<string> Existing { get; init; } = [];
}

/// <summary>A pair to regenerate, and what the reviewer wants changed.</summary>
/// <param name="Question">Its current question.</param>
/// <param name="Answer">Its current answer.</param>
/// <param name="Quotes">The quotes that support the current answer.</param>
/// <param name="QuestionType">Its question type, which stays.</param>
/// <param name="Difficulty">Its difficulty; null: unknown.</param>
/// <param name="Remark">The reviewer's remark: "shorter", "about the exception".</param>
public sealed record Regeneration(
    string Question, string Answer, IReadOnlyList<string> Quotes, string QuestionType, string? Difficulty, string Remark)
{
    /// <summary>Longest remark, in characters.</summary>
    public const int MaxRemarkLength = 500;
}

/// <summary>A generator's answer before it is read.</summary>
/// <param name="Content">JSON in the requested shape, if all is well.</param>
/// <param name="FinishReason">Why the model stopped, in the endpoint's word.</param>
/// <param name="InputTokens">Tokens of the prompt as counted by the endpoint; 0 if unknown.</param>
/// <param name="OutputTokens">Tokens of the answer as counted by the endpoint; 0 if unknown.</param>
/// <param name="Model">The endpoint's name for the model.</param>
/// <param name="EstimatedTokens">Tokens of the prompt by our own estimate; 0 if there was no prompt.</param>
public sealed record GeneratorReply(
    string Content, string FinishReason, int InputTokens, int OutputTokens, string Model, int EstimatedTokens = 0)
{
    /// <summary>The response format that the endpoint accepted; null if there was no choice.</summary>
    public ResponseFormat? Format { get; init; }
}

/// <summary>Writes pairs from a context: a chat endpoint or the built-in extractive rules.</summary>
public interface IPairGenerator
{
    /// <summary>Asks once; retrying is up to the caller.</summary>
    /// <exception cref="GeneratorException">There was no usable answer; the reason says why.</exception>
    Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken);
}
