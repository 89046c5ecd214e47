using System.Text;
using SynthDataGen.Core.Documents.Poppler;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review;

/// <summary>A rectangle on the picture of a page, in fractions of its width and height from its upper left corner, 0–1.</summary>
public sealed record EvidenceBox(double X, double Y, double Right, double Bottom);

/// <summary>
/// Finds a quote among the words of a page like in a text: despite hyphens, ligatures and line ends, and approximately if
/// not exactly. A quote from a table is searched cell by cell, because our text orders rows differently.
/// </summary>
public static class EvidenceBoxes
{
    private static readonly char[] CellEnds = ['|', '\n'];

    /// <summary>A box for every line of the quote; none if it is not found.</summary>
    public static IReadOnlyList<EvidenceBox> Find(IReadOnlyList<PageWord> words, string quote)
    {
        var (text, starts) = Joined(words);
        if (Locate(text, 0, quote) is { } whole)
        {
            return Boxes(words, starts, [whole]);
        }

        var (spans, from) = (new List<(int Start, int End)>(), 0);
        foreach (var cell in quote.Split(CellEnds, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Locate(text, from, cell) is { } span)
            {
                spans.Add(span);
                from = span.End;
            }
        }

        return Boxes(words, starts, spans);
    }

    private static (string Text, int[] Starts) Joined(IReadOnlyList<PageWord> words)
    {
        var (text, starts) = (new StringBuilder(), new int[words.Count]);
        for (var i = 0; i < words.Count; i++)
        {
            starts[i] = text.Length;
            text.Append(words[i].Text).Append(i + 1 < words.Count && words[i + 1].Line == words[i].Line ? ' ' : '\n');
        }

        return (text.ToString(), starts);
    }

    private static (int Start, int End)? Locate(string text, int from, string quote) =>
        EvidenceLocator.Locate(text, from, text.Length, quote, _ => 0) is { Match: not EvidenceMatch.Missing } found ? (found.Start, found.End) : null;

    private static List<EvidenceBox> Boxes(IReadOnlyList<PageWord> words, int[] starts, IReadOnlyList<(int Start, int End)> spans) =>
        [.. spans
            .SelectMany(span => words.Where((word, i) => starts[i] < span.End && starts[i] + word.Text.Length > span.Start))
            .GroupBy(word => word.Line)
            .Select(line => new EvidenceBox(line.Min(word => word.X), line.Min(word => word.Y), line.Max(word => word.Right), line.Max(word => word.Bottom)))];
}
