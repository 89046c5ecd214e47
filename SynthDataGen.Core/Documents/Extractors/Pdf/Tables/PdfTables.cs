using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Tables;

/// <summary>Finds tables: consecutive rows whose cells share columns.</summary>
internal sealed class PdfTables(IReadOnlyList<PdfRow> rows, PdfMetrics metrics, Func<int, bool> isOther)
{
    /// <summary>Greatest distance between lines of a cell, in heights.</summary>
    private const float LineStep = 1.35f;

    /// <summary>Least distance of text between tables from them, in heights.</summary>
    private const float ApartStep = 1.7f;

    /// <summary>How much greater a step to a new row is than the step between lines of a cell.</summary>
    private const float RowStep = 1.25f;

    /// <summary>The row after the table that starts here; the same row if none does.</summary>
    public int End(int start)
    {
        if (!HasCells(start))
        {
            return start;
        }

        var (end, celled) = (start, start);
        while (end < rows.Count && !isOther(end) && (end == start || (FollowsOn(end) && !IsBetween(rows[celled], end))) && end - celled <= 2)
        {
            if (HasCells(end))
            {
                celled = end;
            }

            end++;
        }
        end = celled + 1;
        var count = Enumerable.Range(start, end - start).Count(HasCells);
        return count >= 2 && count * 2 >= end - start && Aligned(start, end) ? WithLastCells(end) : start;
    }

    public TableColumns Columns(int start, int end) => new([.. Inside(start, end)], metrics.BodyHeight);

    /// <summary>The table's rows, with the lines of each cell joined.</summary>
    public List<string[]> Read(int start, int end, TableColumns columns)
    {
        var table = new List<string[]>();
        var apart = RowsApart(start, end);
        for (var i = start; i < end; i++)
        {
            var cells = columns.Read(rows[i]);
            if (table.Count > 0 && GoesOn(i, cells, apart))
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

    /// <summary>
    /// Whether the row is another line of the cells above: it leaves cells empty and is nearer to them than rows are to each
    /// other, or, where all are equally near, leaves the first one empty.
    /// </summary>
    private bool GoesOn(int i, string[] cells, float? apart)
    {
        var step = rows[i].Y0 - rows[i - 1].Y0;
        var hasGaps = cells.Count(cell => cell.Length > 0) * 3 <= cells.Length * 2;
        return apart is { } least ? step < least && (cells[0].Length == 0 || hasGaps) : cells[0].Length == 0 && step < 1.1f * metrics.Leading;
    }

    /// <summary>The least step to another row; null if there are not two kinds of steps.</summary>
    private float? RowsApart(int start, int end)
    {
        var steps = Enumerable.Range(start + 1, end - start - 1).Select(i => rows[i].Y0 - rows[i - 1].Y0).Where(step => step > 0.5f * metrics.BodyHeight).Order().ToList();
        if (steps.Count == 0 || steps[0] > LineStep * Inside(start, end).Average(row => row.Height))
        {
            return null;
        }

        var least = RowStep * steps[0];
        return steps.Count(step => step >= least) >= 2 && steps.Exists(step => step < least) ? least : null;
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

    /// <summary>Whether a row is text between tables: it starts where the row of cells does, extends past the first cell, and is set apart.</summary>
    private bool IsBetween(PdfRow celled, int i) =>
        rows[i].Cells.Count == 1
        && rows[i].X0 < celled.X0 + metrics.BodyHeight
        && rows[i].X1 > celled.Cells[1][0].X0
        && rows[i].Y0 - rows[i - 1].Y0 > ApartStep * rows[i].Height;

    /// <summary>The last row may continue in lines of one cell, indented from the table's start.</summary>
    private int WithLastCells(int end)
    {
        var left = rows[end - 1].X0;
        while (end < rows.Count && !isOther(end) && FollowsOn(end) && rows[end].Cells.Count == 1 && rows[end].Marker is null
            && rows[end].X0 > left + metrics.BodyHeight && rows[end].Y0 - rows[end - 1].Y0 < 1.1f * metrics.Leading)
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether most rows of cells fill several columns, so that the gaps line up.</summary>
    private bool Aligned(int start, int end)
    {
        var columns = Columns(start, end);
        var celled = Inside(start, end).Where(row => row.Cells.Count > 1).ToList();
        var good = celled.Count(row => row.Cells.Select(cell => columns.Nearest(cell[0].X0, cell[^1].X1)).Distinct().Count() > 1);
        return columns.Count > 1 && good * 10 >= celled.Count * 8;
    }

    private IEnumerable<PdfRow> Inside(int start, int end) => Enumerable.Range(start, end - start).Select(i => rows[i]);
}
