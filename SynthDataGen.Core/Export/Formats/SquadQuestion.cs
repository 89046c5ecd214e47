using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Export.Formats;

/// <summary>A pair as a question of SQuAD 2.0.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Context">The text that the question is about.</param>
/// <param name="Answer">The words of the context that answer it; null: it cannot be answered.</param>
/// <param name="AnswerStart">Where they begin, in Unicode code points, as Python counts: <c>context[start:start + len(text)] == text</c>.</param>
internal sealed record SquadQuestion(ExportedPair Pair, ContextJoin Context, string? Answer, int AnswerStart)
{
    /// <summary>Null: the pair has no context, or neither its answer nor its evidence is in it word for word.</summary>
    public static SquadQuestion? Of(ExportedPair pair, ContextJoin context)
    {
        if (context.Text.Length == 0)
        {
            return null;
        }

        return pair.QuestionType == QuestionTypes.Unanswerable ? new(pair, context, null, 0)
            : Find(context, pair) is var (text, at) ? new(pair, context, text, at - SurrogatePairs(context.Text.AsSpan(0, at)))
            : null;
    }

    /// <summary>
    /// The pair's answer if the context has it word for word, in its evidence rather than elsewhere; else the first quote of its
    /// evidence that the context has.
    /// </summary>
    private static (string Text, int At)? Find(ContextJoin context, ExportedPair pair)
    {
        var answer = JsonText.WellFormed(pair.Answer);
        var at = string.IsNullOrWhiteSpace(answer) ? -1 : FindAnswer(context, answer, pair.Evidence);
        return at >= 0 ? (answer, at) : pair.Evidence.Select(evidence => FindQuote(context, evidence)).FirstOrDefault(found => found is not null);
    }

    private static int FindAnswer(ContextJoin context, string answer, IReadOnlyList<Evidence> evidence)
    {
        foreach (var span in evidence.Where(IsLocated))
        {
            if (context.Find(span.Start, span.End) is { } start && context.Text.IndexOf(answer, start, span.End - span.Start, StringComparison.Ordinal) is >= 0 and var at)
            {
                return at;
            }
        }

        return context.Text.IndexOf(answer, StringComparison.Ordinal);
    }

    private static (string Text, int At)? FindQuote(ContextJoin context, Evidence evidence)
    {
        var quote = JsonText.WellFormed(evidence.Quote);
        if (!IsLocated(evidence) || string.IsNullOrWhiteSpace(quote))
        {
            return null;
        }

        var at = context.Find(evidence.Start, evidence.End) is { } start && string.CompareOrdinal(context.Text, start, quote, 0, quote.Length) == 0
            ? start
            : context.Text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : (quote, at);
    }

    private static bool IsLocated(Evidence evidence) => evidence.Match != EvidenceMatch.Missing && evidence.Start >= 0 && evidence.End > evidence.Start;

    private static int SurrogatePairs(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var next = text.IndexOfAnyInRange('\uDC00', '\uDFFF'); next >= 0; next = text.IndexOfAnyInRange('\uDC00', '\uDFFF'))
        {
            pairs++;
            text = text[(next + 1)..];
        }

        return pairs;
    }
}
