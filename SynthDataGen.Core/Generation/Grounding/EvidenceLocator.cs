using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Grounding;

/// <summary>Finds a generator's quotes in the text that it was shown.</summary>
public static class EvidenceLocator
{
    /// <summary>How similar a quote and its best match must be to count as near.</summary>
    public const double NearSimilarity = 0.9;

    /// <summary>A quote shorter than this must start and end at word boundaries: "10" is not evidence inside "2010".</summary>
    private const int LongEnoughAnywhere = 20;

    private static readonly char[] Wrapping = [' ', '\t', '\r', '\n', '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '…', '.', ',', ';'];

    /// <summary>
    /// Looks for the quote in <c>revisionText[start..end]</c>: letter by letter, then after folding, then by alignment.
    /// Evidence that is found has the source's own words; missing evidence has the generator's, and Start = End = 0.
    /// </summary>
    public static Evidence Locate(string revisionText, int start, int end, string quote, Func<int, int> pageOf)
    {
        ArgumentNullException.ThrowIfNull(revisionText);
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(pageOf);
        var wanted = quote.Trim();
        if (Exact(revisionText, start, end, wanted) is { } exact)
        {
            return Found(exact, EvidenceMatch.Exact);
        }

        var source = FoldedText.Of(revisionText, start, end);
        foreach (var candidate in new[] { wanted, wanted.Trim(Wrapping) })
        {
            var folded = FoldedText.Of(candidate).Text;
            if (Exact(source.Text, 0, source.Text.Length, folded) is { } span)
            {
                return Found(source.SourceOf(span.Start, span.End), EvidenceMatch.Normalized);
            }
        }

        return Near(source, FoldedText.Of(wanted.Trim(Wrapping)).Text) is { } near
            ? Found(ToWords(revisionText, start, end, near), EvidenceMatch.Near)
            : new(quote, 0, 0, pageOf(start), EvidenceMatch.Missing);

        Evidence Found((int Start, int End) span, EvidenceMatch match) =>
            new(revisionText[span.Start..span.End], span.Start, span.End, pageOf(span.Start), match);
    }

    private static (int Start, int End)? Exact(string text, int start, int end, string quote)
    {
        if (quote.Length == 0)
        {
            return null;
        }

        var first = -1;
        for (var at = start; (at = text.IndexOf(quote, at, end - at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (IsBoundary(text, at) && IsBoundary(text, at + quote.Length))
            {
                return (at, at + quote.Length);
            }

            first = first < 0 ? at : first;
        }

        return first >= 0 && quote.Length >= LongEnoughAnywhere ? (first, first + quote.Length) : null;
    }

    private static (int Start, int End)? Near(FoldedText source, string quote)
    {
        var maxEdits = (int)(quote.Length * (1 - NearSimilarity) + 1e-9);
        return maxEdits > 0 && Aligner.Find(source.Text, quote, maxEdits) is { } fit && fit.End > fit.Start
            ? source.SourceOf(fit.Start, fit.End)
            : null;
    }

    /// <summary>Widens an aligned span to whole words: an alignment may end inside one.</summary>
    private static (int Start, int End) ToWords(string text, int start, int end, (int Start, int End) span)
    {
        var (from, to) = span;
        while (from > start && !IsBoundary(text, from))
        {
            from--;
        }

        while (to < end && !IsBoundary(text, to))
        {
            to++;
        }

        return (from, to);
    }

    private static bool IsBoundary(string text, int at) =>
        at <= 0 || at >= text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);
}
