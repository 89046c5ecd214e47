namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>Repeats a merged cell in every row it covers, and over every column it heads, so that each row is complete in itself.</summary>
internal sealed class MergedCells(SheetLimits limits)
{
    /// <summary>A longer merged cell is not a label, and its words appear once.</summary>
    private const int LongestRepeated = 120;

    public void Fill(List<SheetRow> rows, List<string> merges)
    {
        if (merges.Count == 0)
        {
            return;
        }

        var byNumber = rows.GroupBy(row => row.Number).ToDictionary(group => group.Key, group => group.First());
        foreach (var merge in merges)
        {
            var ends = merge.Split(':');
            if (ends.Length == 2 && CellPlace.Of(ends[0]) is { } from && CellPlace.Of(ends[1]) is { } to)
            {
                Fill(byNumber, from, to);
            }
        }

        foreach (var row in rows)
        {
            row.Cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        }
    }

    private void Fill(Dictionary<int, SheetRow> rows, CellPlace from, CellPlace to)
    {
        if (!rows.TryGetValue(from.Row, out var first) || first.Cells.Find(cell => cell.Column == from.Column).Text is not { Length: <= LongestRepeated } text)
        {
            return;
        }

        var below = rows.GetValueOrDefault(to.Row + 1)?.Cells ?? [];
        var head = below.Count(cell => cell.Column >= from.Column && cell.Column <= to.Column) > 1;
        // A row with nothing else in it is a title across the table, unless the table begins left of it.
        var title = !head || !below.Exists(cell => cell.Column < from.Column);
        for (var number = from.Row; number <= to.Row; number++)
        {
            limits.Count(1);
            if (rows.TryGetValue(number, out var row) && (!title || row.Cells.Exists(cell => cell.Column < from.Column || cell.Column > to.Column)))
            {
                // Except above heads, cells are merged across columns only for their width.
                FillRow(row, text, from.Column, head ? to.Column : from.Column);
            }
        }
    }

    private void FillRow(SheetRow row, string text, int from, int to)
    {
        var filled = row.Cells.Select(cell => cell.Column).ToHashSet();
        for (var column = from; column <= to; column++)
        {
            limits.Count(1, text.Length);
            if (filled.Add(column))
            {
                row.Cells.Add((column, text));
            }
        }
    }
}
