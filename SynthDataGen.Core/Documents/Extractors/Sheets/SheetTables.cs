namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Turns the rows of a sheet into blocks: areas between blank rows and columns are tables, lines above their heads are text.</summary>
internal sealed class SheetTables(ExtractionBuilder builder, SheetLimits limits)
{
    /// <summary>How often an area is cut again; deeper, tables stay together.</summary>
    private const int Deepest = 8;

    private OpenTable? open;

    /// <summary>Adds all rows, in order.</summary>
    /// <param name="rows">The rows; read twice, so that they need not be held.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public void Add(IEnumerable<SheetRow> rows, CancellationToken cancellationToken)
    {
        Add(rows, 0, cancellationToken);
        Flush();
    }

    private void Add(IEnumerable<SheetRow> rows, int depth, CancellationToken cancellationToken)
    {
        var areas = SheetAreas.Of(rows, cancellationToken).ToList();
        using var reading = rows.GetEnumerator();
        foreach (var area in areas)
        {
            var groups = depth < Deepest ? area.Groups() : [];
            if (groups.Count == 0)
            {
                Add(area, reading, cancellationToken);
                continue;
            }

            // Side-by-side tables are written one after the other, so only they are held.
            var held = Next(reading, area.Rows).ToList();
            foreach (var group in groups)
            {
                Add(Within(held, group), depth + 1, cancellationToken);
            }
        }
    }

    private void Add(SheetArea area, IEnumerator<SheetRow> reading, CancellationToken cancellationToken)
    {
        foreach (var line in Next(reading, area.Lines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Flush();
            builder.Add(BlockKind.Paragraph, line.Cells[0].Text);
        }

        var first = true;
        foreach (var row in Next(reading, area.Rows - area.Lines))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (first)
            {
                Open(area, row);
                first = false;
            }

            open!.Add(row);
        }
    }

    /// <summary>Rows without a head continue the table above if their columns are that table's.</summary>
    private void Open(SheetArea area, SheetRow first)
    {
        var headed = first.IsHead;
        if (headed || open is null || !open.Has(area.TableColumns))
        {
            Flush();
            open = new OpenTable(area.TableColumns, headed, limits);
        }
    }

    private void Flush()
    {
        if (open is not null)
        {
            builder.Add(BlockKind.Table, open.Close());
            open = null;
        }
    }

    private static IEnumerable<SheetRow> Next(IEnumerator<SheetRow> reading, int count)
    {
        for (var i = 0; i < count && reading.MoveNext(); i++)
        {
            yield return reading.Current;
        }
    }

    private static List<SheetRow> Within(List<SheetRow> area, (int From, int To) group) =>
        [.. area.Select(row => row with { Cells = row.Cells.FindAll(cell => cell.Column >= group.From && cell.Column <= group.To) }).Where(row => row.Cells.Count > 0)];
}
