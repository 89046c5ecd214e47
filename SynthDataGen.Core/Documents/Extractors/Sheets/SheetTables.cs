namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Turns the rows of a sheet into blocks: areas between blank rows are tables, lines above their heads are text.</summary>
internal sealed class SheetTables(ExtractionBuilder builder, SheetLimits limits)
{
    private readonly List<SheetRow> open = [];
    private bool headed;

    /// <summary>Adds all rows, in order.</summary>
    public void Add(IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken)
    {
        for (var (start, end) = (0, 0); start < rows.Count; start = end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (end = start + 1; end < rows.Count && rows[end].Number <= rows[end - 1].Number + 1; end++)
            {
            }

            AddArea([.. rows.Skip(start).Take(end - start)]);
        }

        Flush();
    }

    private void AddArea(List<SheetRow> area)
    {
        var single = Columns(area).Count <= 1;
        var lines = single ? area.Count : area.FindIndex(row => row.Cells.Count > 1);
        // A column of figures that stands between two blank rows is no text; neither is an area without any row of several cells.
        lines = lines < 0 ? 0 : lines;
        foreach (var line in area.Take(lines))
        {
            Flush();
            builder.Add(BlockKind.Paragraph, line.Cells[0].Text);
        }

        if (lines < area.Count)
        {
            AddTable([.. area.Skip(lines)]);
        }
    }

    /// <summary>Rows without a head go on with the table above, where their columns are that table's.</summary>
    private void AddTable(List<SheetRow> rows)
    {
        var head = HeadRow.Is(rows[0]);
        if (head || open.Count == 0 || !Columns(rows).IsSubsetOf(Columns(open)))
        {
            Flush();
            headed = head;
        }

        open.AddRange(rows);
    }

    private void Flush()
    {
        if (open.Count == 0)
        {
            return;
        }

        var places = Columns(open).Select((column, place) => (column, place)).ToDictionary(pair => pair.column, pair => pair.place);
        limits.Count((long)open.Count * places.Count);
        builder.Add(BlockKind.Table, MarkdownTable.Render([.. open.Select(row => Place(row, places))], headed));
        open.Clear();
    }

    private static string[] Place(SheetRow row, Dictionary<int, int> places)
    {
        var cells = new string[places.Count];
        Array.Fill(cells, "");
        foreach (var (column, text) in row.Cells)
        {
            cells[places[column]] = text;
        }

        return cells;
    }

    private static SortedSet<int> Columns(List<SheetRow> rows) => [.. rows.SelectMany(row => row.Cells).Select(cell => cell.Column)];
}
