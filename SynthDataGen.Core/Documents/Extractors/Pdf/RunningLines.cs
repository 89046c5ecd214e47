using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>
/// Removes running headers, footers and page numbers from pages. Both place AND recurrence must match: the line is at the
/// page's edge, apart from the text, and either the same words recur at that height on pages near each other, or page numbers do.
/// </summary>
internal sealed class RunningLines
{
    private const float Band = 0.12f;
    private const float OuterBand = 0.07f;
    private const int RowsAnEdge = 2;

    /// <summary>Left and right pages have different headers, so the next of a kind is at most two pages away.</summary>
    private const int NearPages = 2;

    private readonly int needed;
    private readonly List<EdgeRow> rows;
    private readonly HashSet<(string Key, string Text)> recurring;
    private readonly HashSet<string> numbered;

    private RunningLines(IReadOnlyList<PdfPage> pages)
    {
        needed = pages.Count < 3 ? 2 : 3;
        rows = [.. pages.SelectMany(EdgeRows)];
        recurring = rows.SelectMany(row => row.Lines.Select(line => (Entry: (row.Key, Words(row, line)), row.Page.Number)))
            .GroupBy(line => line.Entry, line => line.Number)
            .Where(RecursNearby)
            .Select(group => group.Key)
            .ToHashSet();
        numbered = rows.GroupBy(row => row.Key).Where(CountsUp).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
    }

    public static void TakeOut(IReadOnlyList<PdfPage> pages, ExtractionBuilder builder)
    {
        var running = new RunningLines(pages);
        foreach (var row in running.rows)
        {
            running.TakeOut(row, builder);
        }
    }

    private void TakeOut(EdgeRow row, ExtractionBuilder builder)
    {
        var allRun = numbered.Contains(row.Key) && row.Number is not null;
        foreach (var line in row.Lines)
        {
            if (Reason(row, line, allRun) is { } reason)
            {
                builder.LeaveOut(reason, line.Text);
                row.Page.Lines.Remove(line);
            }
        }
    }

    private string? Reason(EdgeRow row, PdfLine line, bool allRun)
    {
        var isNumber = PageNumber.Read(line.Text) is not null;
        if (isNumber && (allRun || (!row.IsTop && row.Lines.TrueForAll(other => other == line || Recurs(row, other)))))
        {
            return "page-number";
        }

        if (allRun || Recurs(row, line))
        {
            return row.IsTop ? "running-header" : "running-footer";
        }

        return null;
    }

    private bool Recurs(EdgeRow row, PdfLine line) => recurring.Contains((row.Key, Words(row, line)));

    /// <summary>What a line repeats on every page: its words, or the words around the page number.</summary>
    private static string Words(EdgeRow row, PdfLine line) => PageNumber.Within(line.Text, row.Page.Number) ?? line.Text;

    /// <summary>Whether a run of nearby pages has it; words at the same height by chance do not recur like this.</summary>
    private bool RecursNearby(IEnumerable<int> pages)
    {
        var (run, before) = (0, int.MinValue);
        foreach (var page in pages.Distinct().Order())
        {
            run = run > 0 && page - before <= NearPages ? run + 1 : 1;
            if (run == needed)
            {
                return true;
            }

            before = page;
        }
        return false;
    }

    /// <summary>Whether most numbers at a height count up with the pages: those of footnotes do not.</summary>
    private bool CountsUp(IEnumerable<EdgeRow> rows)
    {
        var offsets = rows.Where(row => row.Number is not null).Select(row => row.Number.GetValueOrDefault() - row.Page.Number).ToList();
        var regular = offsets.CountBy(offset => offset).Where(entry => entry.Value >= needed).Sum(entry => entry.Value);
        return regular > 0 && regular * 2 > offsets.Count;
    }

    private static IEnumerable<EdgeRow> EdgeRows(PdfPage page) => EdgeRows(page, top: true).Concat(EdgeRows(page, top: false));

    private static IEnumerable<EdgeRow> EdgeRows(PdfPage page, bool top)
    {
        var lines = page.Lines.OrderBy(line => top ? line.Y0 : -line.Y1).Take(40).ToList();
        for (var (taken, rows) = (0, 0); taken < lines.Count && rows < RowsAnEdge; rows++)
        {
            var first = lines[taken];
            if (!InBand(first, page, top, Band))
            {
                yield break;
            }

            var row = lines.Skip(taken).TakeWhile(line => Math.Abs(Middle(line) - Middle(first)) < first.Height / 2).ToList();
            taken += row.Count;
            var apart = taken == lines.Count || Gap(first, lines[taken], top) >= 0.7f * first.Height;
            if (!apart && !InBand(first, page, top, OuterBand))
            {
                yield break;
            }

            yield return new EdgeRow(page, top, $"{(top ? 't' : 'b')}{MathF.Round(Middle(first) / 3)}", row);
        }
    }

    private static bool InBand(PdfLine line, PdfPage page, bool top, float band) =>
        top ? line.Y1 < page.Height * band : line.Y0 > page.Height * (1 - band);

    private static float Gap(PdfLine edge, PdfLine next, bool top) => top ? next.Y0 - edge.Y1 : edge.Y0 - next.Y1;

    private static float Middle(PdfLine line) => (line.Y0 + line.Y1) / 2;

    private sealed record EdgeRow(PdfPage Page, bool IsTop, string Key, List<PdfLine> Lines)
    {
        /// <summary>The page number in the row; a raised one is a footnote mark.</summary>
        public int? Number { get; } = Lines.Where(line => !IsRaised(line, Lines)).Select(line => PageNumber.Read(line.Text)).FirstOrDefault(number => number is not null);

        private static bool IsRaised(PdfLine line, List<PdfLine> beside) =>
            beside.Exists(other => line.Height < 0.85f * other.Height && line.Y1 < other.Y1 - 0.15f * other.Height);
    }
}
