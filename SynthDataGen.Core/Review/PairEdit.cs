using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review;

/// <summary>A reviewer's new words for a pair; null keeps the old ones.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Evidence">The spans of the revision's text that support the answer.</param>
public sealed record PairEdit(string? Question, string? Answer, IReadOnlyList<TextSpan>? Evidence)
{
    /// <summary>The most spans of evidence.</summary>
    public const int MaxSpans = 50;

    /// <summary>Why; null: no reason was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether all spans contain words of the text and split no character.</summary>
    public bool FitsInto(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Evidence is null || Evidence.All(span =>
            span.Start >= 0 && span.Start < span.End && span.End <= text.Length
            && !IsAmidCharacter(text, span.Start) && !IsAmidCharacter(text, span.End)
            && !text.AsSpan(span.Start, span.End - span.Start).IsWhiteSpace());
    }

    /// <summary>The edited pair, with the flags that the checks raise. The judge's flags go, because they were about the old words.</summary>
    /// <param name="pair">The current pair.</param>
    /// <param name="source">Its revision's text.</param>
    /// <param name="checks">The checks of its context.</param>
    public PairContent Of(Pair pair, RevisionText source, PairChecks checks)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(checks);
        var evidence = Evidence is null ? pair.Evidence : [.. Evidence.Select(span => Quote(span, source))];
        var draft = new PairDraft(Question ?? pair.Question, Answer ?? pair.Answer, [.. evidence.Select(e => e.Quote)], pair.QuestionType, pair.Difficulty);
        var kept = pair.Flags.Where(flag => flag == PairFlags.Stale);
        return new(pair.Status, draft.Question, draft.Answer, evidence, [.. checks.Of(draft, evidence), .. kept]);
    }

    private static Evidence Quote(TextSpan span, RevisionText source) =>
        new(source.Text[span.Start..span.End], span.Start, span.End, PageSpans.At(source.Pages, span.Start), EvidenceMatch.Exact);

    private static bool IsAmidCharacter(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
