namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Turns the rows of a sheet into blocks: areas between blank rows and columns are tables, lines above their heads are text.</summary>
internal sealed class SheetTables(ExtractionBuilder builder, SheetLimits limits)
{
    private readonly List<SheetRow> open = [];
    private bool headed;

    /// <summary>Adds all rows, in order.</summary>
    public void Add(IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken)
    {
        foreach (var area in SheetAreas.Of(rows, cancellationToken))
        {
            AddArea(area);
        }

        Flush();
    }

    private void AddArea(List<SheetRow> area)
    {
        var single = Columns(area).Count <= 1;
        var lines = single ? area.Count : area.FindIndex(row => row.Cells.Count > 1);
        foreach (var line in area.Take(lines < 0 ? 0 : lines))
        {
            Flush();
            builder.Add(BlockKind.Paragraph, line.Cells[0].Text);
        }

        if (lines < area.Count)
        {
            AddTable([.. area.Skip(Math.Max(lines, 0))]);
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
        limits.Count((long)open.Count * places.Count - open.Sum(row => row.Cells.Count));
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

    private static SortedSet<int> Columns(IEnumerable<SheetRow> rows) => [.. rows.SelectMany(row => row.Cells).Select(cell => cell.Column)];
}
