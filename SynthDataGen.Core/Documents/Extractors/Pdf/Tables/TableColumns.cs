using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Tables;

/// <summary>A table's columns, as the horizontal ranges that its cells cover.</summary>
internal sealed class TableColumns
{
    /// <summary>Space between columns, in heights of the text.</summary>
    private const float Gap = 0.4f;

    /// <summary>Least space between words, in heights, at which a cell over several columns is split.</summary>
    private const float SplitGap = 0.55f;

    private readonly List<(float X0, float X1)> columns = [];
    private readonly float gap;

    /// <summary>Starts from rows with the most common number of cells; cells of other rows widen a column or add one, but never span two.</summary>
    public TableColumns(IReadOnlyCollection<PdfRow> rows, float bodyHeight)
    {
        gap = Gap * bodyHeight;
        var celled = rows.Where(row => row.Cells.Count > 1).ToList();
        var usual = celled.GroupBy(row => row.Cells.Count).MaxBy(group => group.Key * group.Count())?.Key ?? 0;
        foreach (var (x0, x1) in Bounds(celled.Where(row => row.Cells.Count == usual)))
        {
            Cover(x0, x1);
        }

        foreach (var (x0, x1) in Bounds(celled.Where(row => row.Cells.Count != usual)))
        {
            if (Touched(x0 - gap, x1 + gap).Count < 2)
            {
                Cover(x0, x1);
            }
        }
    }

    public int Count => columns.Count;

    /// <summary>Whether another table has its columns in the same places.</summary>
    public bool Match(TableColumns other) =>
        Count == other.Count && columns.Zip(other.columns).All(pair => pair.First.X0 < pair.Second.X1 && pair.Second.X0 < pair.First.X1);

    /// <summary>A row's words by column; a cell over several columns goes into the first.</summary>
    public string[] Read(PdfRow row)
    {
        var cells = new string[Count];
        Array.Fill(cells, "");
        foreach (var words in row.Cells.SelectMany(Split))
        {
            var at = Nearest(words[0].X0, words[^1].X1);
            cells[at] = $"{cells[at]} {PdfWord.Join(words)}".TrimStart();
        }
        return cells;
    }

    /// <summary>The column that holds most of this range, else the first that it touches, else the nearest.</summary>
    public int Nearest(float x0, float x1)
    {
        var touched = Touched(x0, x1);
        if (touched.Count > 0)
        {
            return touched.Find(i => 2 * (MathF.Min(columns[i].X1, x1) - MathF.Max(columns[i].X0, x0)) > x1 - x0) is > 0 and var most ? most : touched[0];
        }

        var (best, distance) = (0, float.MaxValue);
        for (var i = 0; i < columns.Count; i++)
        {
            var away = MathF.Max(columns[i].X0 - x1, x0 - columns[i].X1);
            if (away < distance)
            {
                (best, distance) = (i, away);
            }
        }
        return best;
    }

    private IEnumerable<ArraySegment<PdfWord>> Split(ArraySegment<PdfWord> cell)
    {
        var start = 0;
        for (var i = 1; i < cell.Count; i++)
        {
            var (left, right) = (cell[i - 1].X1, cell[i].X0);
            if (right - left > SplitGap * cell[i].Height && IsBetweenColumns(left, right) && Nearest(cell[start].X0, left) != Nearest(right, cell[i].X1))
            {
                yield return cell[start..i];
                start = i;
            }
        }
        yield return cell[start..];
    }

    private bool IsBetweenColumns(float left, float right)
    {
        var after = columns.FindIndex(column => column.X0 >= left);
        return after > 0 && columns[after - 1].X1 <= right;
    }

    private List<int> Touched(float x0, float x1)
    {
        var touched = new List<int>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].X0 < x1 && x0 < columns[i].X1)
            {
                touched.Add(i);
            }
        }
        return touched;
    }

    /// <summary>Adds a range, and joins columns that it brings too close together.</summary>
    private void Cover(float x0, float x1)
    {
        var touched = Touched(x0 - gap, x1 + gap);
        foreach (var i in touched)
        {
            (x0, x1) = (MathF.Min(x0, columns[i].X0), MathF.Max(x1, columns[i].X1));
        }

        if (touched.Count > 0)
        {
            columns.RemoveRange(touched[0], touched.Count);
        }

        columns.Insert(touched.Count > 0 ? touched[0] : columns.Count(column => column.X0 < x0), (x0, x1));
    }

    private static IEnumerable<(float X0, float X1)> Bounds(IEnumerable<PdfRow> rows) =>
        rows.SelectMany(row => row.Cells).Select(cell => (cell[0].X0, cell[^1].X1));
}
