using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Grounding;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Replies;

/// <summary>
/// The text that a generator was shown: <c>RevisionText[Start..End]</c>, with the table head above it if it starts inside a table, and the
/// page of each offset.
/// </summary>
public sealed record SourceWindow(string RevisionText, int Start, int End, Func<int, int> PageOf, TextSpan? Header = null)
{
    /// <summary>What the generator sees.</summary>
    public string Shown { get; } = Header is null ? RevisionText[Start..End] : $"{RevisionText[Header.Start..Header.End]}\n{RevisionText[Start..End]}";

    /// <summary>Looks up a quote in the text shown. One that continues from the head into the rows is found in two places of the revision.</summary>
    public Evidence[] Find(string quote)
    {
        if (Header is null)
        {
            return [EvidenceLocator.Locate(RevisionText, Start, End, quote, PageOf)];
        }

        var found = EvidenceLocator.Locate(Shown, 0, Shown.Length, quote, _ => PageOf(Start));
        var rows = Header.End - Header.Start + 1;
        return found.Match == EvidenceMatch.Missing
            ? [found]
            : [.. Part(found, 0, rows - 1, Header.Start), .. Part(found, rows, Shown.Length, Start)];
    }

    /// <summary>Whether the evidence is in this window; the table head counts.</summary>
    public bool Holds(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Contains(evidence, Start, End) || (Header is not null && Contains(evidence, Header.Start, Header.End));
    }

    private static bool Contains(Evidence evidence, int start, int end) => evidence.Start >= start && evidence.End <= end;

    /// <summary>The part of the evidence in <c>Shown[from..to]</c>, which is at <paramref name="at"/> in the revision.</summary>
    private IEnumerable<Evidence> Part(Evidence found, int from, int to, int at)
    {
        var (start, end) = (Math.Max(found.Start, from), Math.Min(found.End, to));
        if (start < end)
        {
            var (first, last) = (at + start - from, at + end - from);
            yield return found with { Quote = RevisionText[first..last], Start = first, End = last, Page = PageOf(first) };
        }
    }
}
