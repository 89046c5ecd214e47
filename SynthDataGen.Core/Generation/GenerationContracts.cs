using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Pairs;

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

/// <summary>A pair that is to be written anew, and what a reviewer wants to be different.</summary>
/// <param name="Question">Its question as it stands.</param>
/// <param name="Answer">Its answer as it stands.</param>
/// <param name="Quotes">The words of the source that support the answer now.</param>
/// <param name="QuestionType">What kind of question it asks, and goes on to ask.</param>
/// <param name="Difficulty">How hard it is; null: unknown.</param>
/// <param name="Remark">What the reviewer says: "shorter", "about the exception".</param>
public sealed record Regeneration(
    string Question, string Answer, IReadOnlyList<string> Quotes, string QuestionType, string? Difficulty, string Remark)
{
    /// <summary>Longest remark, in characters.</summary>
    public const int MaxRemarkLength = 500;
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
