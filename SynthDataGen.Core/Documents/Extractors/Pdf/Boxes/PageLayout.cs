namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Brings a page's lines into reading order: column by column, row by row.</summary>
internal sealed class PageLayout
{
    private const int LinesAColumn = 5;
    private readonly List<PdfRow> rows = [];
    private int column;

    public static IReadOnlyList<PdfRow> Read(IEnumerable<PdfPage> pages, CancellationToken cancellationToken)
    {
        var layout = new PageLayout();
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.TurnUpright();
            page.JoinDropCaps();
            layout.Read(page, page.Lines, depth: 0);
        }
        return layout.rows;
    }

    private void Read(PdfPage page, IReadOnlyList<PdfLine> lines, int depth)
    {
        if (depth > 3 || Gutter(page, lines) is not { } gutter)
        {
            AddRows(page, lines);
            return;
        }
        var (left, right, across) = (new List<PdfLine>(), new List<PdfLine>(), new List<PdfLine>());
        foreach (var line in lines.OrderBy(line => line.Y0))
        {
            if (line.X1 <= gutter)
            {
                left.Add(line);
                continue;
            }
            if (line.X0 >= gutter)
            {
                right.Add(line);
                continue;
            }
            Flush();
            across.Add(line);
        }
        Flush();
        AddRows(page, across);

        void Flush()
        {
            // Without a column's worth on both sides it is a table or a label next to its text: read row by row.
            if (left.Count < LinesAColumn || right.Count < LinesAColumn)
            {
                across.AddRange([.. left, .. right]);
            }
            else
            {
                AddRows(page, across);
                across.Clear();
                Read(page, left, depth + 1);
                Read(page, right, depth + 1);
            }
            left.Clear();
            right.Clear();
        }
    }

    /// <summary>The position of a gap between two columns of running text; null if there is none.</summary>
    private static float? Gutter(PdfPage page, IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count < 2 * LinesAColumn)
        {
            return null;
        }

        var (best, at) = (0, 0f);
        foreach (var x in lines.Select(line => MathF.Round(line.X0) - 2).Distinct())
        {
            var (left, right, across) = (0, 0, 0);
            foreach (var line in lines)
            {
                if (line.X1 <= x)
                {
                    left++;
                }
                else if (line.X0 >= x)
                {
                    right++;
                }
                else
                {
                    across++;
                }
            }
            var score = Math.Min(left, right) - across;
            if (Math.Min(left, right) >= LinesAColumn && score > best)
            {
                (best, at) = (score, x);
            }
        }
        return best > 0 && (AreUnrelated(page, lines, at) || (IsRunningText(page, lines, line => line.X1 <= at) && IsRunningText(page, lines, line => line.X0 >= at))) ? at : null;
    }

    /// <summary>Two sides with space between and nothing across, whose lines are at different heights, as on a spread: table cells would share theirs.</summary>
    private static bool AreUnrelated(PdfPage page, IReadOnlyList<PdfLine> lines, float at)
    {
        var left = lines.Where(line => line.X1 <= at).ToList();
        var right = lines.Where(line => line.X0 >= at).ToList();
        if (left.Count + right.Count < lines.Count || Math.Min(left.Count, right.Count) < 2 * LinesAColumn || right.Min(line => line.X0) - left.Max(line => line.X1) < 0.05f * page.Width)
        {
            return false;
        }

        var heights = right.Select(Grain).ToHashSet();
        return left.Count(line => heights.Contains(Grain(line)) || heights.Contains(Grain(line) + 1) || heights.Contains(Grain(line) - 1)) * 2 < left.Count;

        static int Grain(PdfLine line) => (int)MathF.Round((line.Y0 + line.Y1) / 4);
    }

    private static bool IsRunningText(PdfPage page, IEnumerable<PdfLine> lines, Func<PdfLine, bool> side)
    {
        var inside = lines.Where(side).ToList();
        var width = inside.Max(line => line.X1) - inside.Min(line => line.X0);
        return width > 0.15f * page.Width && inside.Count(line => line.X1 - line.X0 > 0.6f * width) * 2 >= inside.Count;
    }

    private void AddRows(PdfPage page, IReadOnlyList<PdfLine> lines)
    {
        column++;
        var row = new List<PdfLine>();
        foreach (var line in lines.OrderBy(line => (line.Y0 + line.Y1) / 2).ThenBy(line => line.X0))
        {
            if (row.Count > 0 && !IsBeside(row, line))
            {
                Add();
            }

            row.Add(line);
        }
        if (row.Count > 0)
        {
            Add();
        }

        void Add()
        {
            rows.Add(new PdfRow(row, page.Number, column));
            row.Clear();
        }
    }

    private static bool IsBeside(List<PdfLine> row, PdfLine line)
    {
        var overlap = MathF.Min(row[0].Y1, line.Y1) - MathF.Max(row[0].Y0, line.Y0);
        return overlap > 0.5f * MathF.Min(row[0].Height, line.Height)
            && row.TrueForAll(other => line.X0 >= other.X1 - 1 || line.X1 <= other.X0 + 1);
    }
}
