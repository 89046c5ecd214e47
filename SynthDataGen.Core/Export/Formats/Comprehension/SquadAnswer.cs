using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>The words of a context that answer a question.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">Where they begin there, in Unicode code points, as Python counts: <c>context[start:start + len(text)] == text</c>.</param>
internal sealed record SquadAnswer(string Text, int Start)
{
    /// <summary>
    /// The pair's answer where it stands in the context word for word, in its evidence rather than elsewhere; else the first quote of its
    /// evidence that does. Null: neither does.
    /// </summary>
    public static SquadAnswer? Find(ContextJoin context, ExportedPair pair)
    {
        var answer = WellFormed.Of(pair.Answer);
        var at = string.IsNullOrWhiteSpace(answer) ? -1 : Find(context, answer, pair.Evidence);
        return at >= 0 ? At(context, at, answer) : pair.Evidence.Select(evidence => Quote(context, evidence)).FirstOrDefault(found => found is not null);
    }

    private static int Find(ContextJoin context, string answer, IReadOnlyList<Evidence> evidence)
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

    private static SquadAnswer? Quote(ContextJoin context, Evidence evidence)
    {
        var quote = WellFormed.Of(evidence.Quote);
        if (!IsLocated(evidence) || string.IsNullOrWhiteSpace(quote))
        {
            return null;
        }

        var at = context.Find(evidence.Start, evidence.End) is { } start && string.CompareOrdinal(context.Text, start, quote, 0, quote.Length) == 0
            ? start
            : context.Text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 ? null : At(context, at, quote);
    }

    private static bool IsLocated(Evidence evidence) => evidence.Match != EvidenceMatch.Missing && evidence.Start >= 0 && evidence.End > evidence.Start;

    private static SquadAnswer At(ContextJoin context, int at, string text) => new(text, at - SurrogatePairs(context.Text.AsSpan(0, at)));

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
