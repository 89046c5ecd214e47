using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>
/// Takes running headers, footers and page numbers off the pages. A line goes only by place AND recurrence: it stands at the
/// page's edge, apart from the text, and either the same words recur at that height on other pages, or page numbers do.
/// </summary>
internal static class RunningLines
{
    private const float Band = 0.12f;
    private const float OuterBand = 0.07f;
    private const int RowsAnEdge = 2;

    public static void TakeOut(IReadOnlyList<PdfPage> pages, ExtractionBuilder builder)
    {
        var rows = pages.SelectMany(EdgeRows).ToList();
        var needed = pages.Count < 3 ? 2 : 3;
        var recurring = rows.SelectMany(row => row.Lines.Select(line => (row.Key, line.Text)))
            .GroupBy(entry => entry)
            .Where(group => group.Count() >= needed)
            .Select(group => group.Key)
            .ToHashSet();
        var numbered = NumberedHeights(rows, needed);
        foreach (var row in rows)
        {
            var allRun = numbered.Contains(row.Key) && row.Lines.Any(line => PageNumber.Read(line.Text) is not null);
            foreach (var line in row.Lines)
            {
                if (Reason(row, line, allRun, recurring) is { } reason)
                {
                    builder.LeaveOut(reason, line.Text);
                    row.Page.Lines.Remove(line);
                }
            }
        }
    }

    private static string? Reason(EdgeRow row, PdfLine line, bool allRun, HashSet<(string, string)> recurring)
    {
        var isNumber = PageNumber.Read(line.Text) is not null;
        if (isNumber && (allRun || (row.Lines.Count == 1 && row.Key[0] == 'b')))
        {
            return "page-number";
        }

        if (allRun || recurring.Contains((row.Key, line.Text)))
        {
            return row.Key[0] == 't' ? "running-header" : "running-footer";
        }

        return null;
    }

    /// <summary>Heights at which numbers stand that count up with the pages.</summary>
    private static HashSet<string> NumberedHeights(List<EdgeRow> rows, int needed) =>
        rows.SelectMany(row => row.Lines.Select(line => (row.Key, Offset: PageNumber.Read(line.Text) - row.Page.Number)))
            .Where(entry => entry.Offset is not null)
            .GroupBy(entry => entry)
            .Where(group => group.Count() >= needed)
            .Select(group => group.Key.Key)
            .ToHashSet(StringComparer.Ordinal);

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

            yield return new EdgeRow(page, $"{(top ? 't' : 'b')}{MathF.Round(Middle(first) / 3)}", row);
        }
    }

    private static bool InBand(PdfLine line, PdfPage page, bool top, float band) =>
        top ? line.Y1 < page.Height * band : line.Y0 > page.Height * (1 - band);

    private static float Gap(PdfLine edge, PdfLine next, bool top) => top ? next.Y0 - edge.Y1 : edge.Y0 - next.Y1;

    private static float Middle(PdfLine line) => (line.Y0 + line.Y1) / 2;

    private sealed record EdgeRow(PdfPage Page, string Key, List<PdfLine> Lines);
}
