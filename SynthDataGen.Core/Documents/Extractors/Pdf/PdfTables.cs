using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Finds tables: rows under each other whose cells stand in the same columns.</summary>
internal sealed class PdfTables(IReadOnlyList<PdfRow> rows, PdfMetrics metrics, Func<int, bool> isOther)
{
    /// <summary>The row after the table that starts here, or the same row where none does.</summary>
    public int End(int start)
    {
        if (!HasCells(start))
        {
            return start;
        }

        var (end, celled) = (start, start);
        while (end < rows.Count && !isOther(end) && (end == start || FollowsOn(end)) && end - celled <= 2)
        {
            if (HasCells(end))
            {
                celled = end;
            }

            end++;
        }
        end = celled + 1;
        var count = Enumerable.Range(start, end - start).Count(HasCells);
        return count >= 2 && count * 2 >= end - start && Aligned(start, end) ? end : start;
    }

    /// <summary>The table's rows; a row that leaves the first column empty and stands close goes on with the one before.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Read(int start, int end)
    {
        var columns = Columns(start, end);
        var table = new List<string[]>();
        for (var i = start; i < end; i++)
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            foreach (var word in rows[i].Words)
            {
                var at = Nearest(columns, word);
                cells[at] = cells[at].Length == 0 ? word.Text : $"{cells[at]} {word.Text}";
            }
            if (table.Count > 0 && cells[0].Length == 0 && rows[i].Y0 - rows[i - 1].Y0 < 1.1f * metrics.Leading)
            {
                Join(table[^1], cells);
            }
            else
            {
                table.Add(cells);
            }
        }
        return table;
    }

    private static void Join(string[] above, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            above[i] = $"{above[i]} {cells[i]}".Trim();
        }
    }

    private bool HasCells(int i) => rows[i].Cells.Count > 1 && !rows[i].RightToLeft && !isOther(i);

    private bool FollowsOn(int i) =>
        rows[i].Column == rows[i - 1].Column && rows[i].Y0 - rows[i - 1].Y1 < 1.6f * metrics.BodyHeight;

    private bool Aligned(int start, int end)
    {
        var columns = Columns(start, end);
        if (columns.Count < 2)
        {
            return false;
        }
        // Each row of cells fills as many columns as it has cells: then the gaps stand under each other.
        var good = 0;
        var all = 0;
        for (var i = start; i < end; i++)
        {
            if (!HasCells(i))
            {
                continue;
            }

            all++;
            var filled = rows[i].Cells.Select(cell => Nearest(columns, cell[0])).Distinct().Count();
            if (filled >= Math.Min(2, columns.Count))
            {
                good++;
            }
        }
        return good * 10 >= all * 8;
    }

    private static int Nearest(List<(float X0, float X1)> columns, PdfWord word)
    {
        var middle = (word.X0 + word.X1) / 2;
        var distances = columns.Select(column => Math.Max(0, Math.Max(column.X0 - middle, middle - column.X1))).ToList();
        return distances.IndexOf(distances.Min());
    }

    /// <summary>The parts of the width that ink covers, in rows with the count of cells that holds most: others may span columns.</summary>
    private List<(float X0, float X1)> Columns(int start, int end) =>
        Ink(Enumerable.Range(start, end - start).GroupBy(i => rows[i].Cells.Count).MaxBy(group => group.Key < 2 ? 0 : group.Key * group.Count())!);

    private List<(float X0, float X1)> Ink(IEnumerable<int> some)
    {
        var columns = new List<(float X0, float X1)>();
        var cells = some.SelectMany(i => rows[i].Cells).Select(cell => (cell[0].X0, cell[^1].X1));
        foreach (var (x0, x1) in cells.OrderBy(cell => cell.X0))
        {
            if (columns.Count > 0 && x0 < columns[^1].X1 + 0.4f * metrics.BodyHeight)
            {
                columns[^1] = (columns[^1].X0, Math.Max(columns[^1].X1, x1));
            }
            else
            {
                columns.Add((x0, x1));
            }
        }
        return columns;
    }
}
