using System.Collections;

namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Cuts a sheet into areas between blank rows, and takes the shape of each.</summary>
internal sealed class SheetAreas
{
    private readonly BitArray columns = new(1), tableColumns = new(1);
    private int rows, lines, last;

    /// <summary>The areas from top to bottom, one row in memory at a time.</summary>
    public static IEnumerable<SheetArea> Of(IEnumerable<SheetRow> rows, CancellationToken cancellationToken)
    {
        var open = new SheetAreas();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (open.rows > 0 && row.Number > open.last + 1)
            {
                yield return open.Close();
                open = new();
            }

            open.Add(row);
        }

        if (open.rows > 0)
        {
            yield return open.Close();
        }
    }

    private void Add(SheetRow row)
    {
        if (row.Cells.Count == 1 && lines == rows)
        {
            lines++;
        }

        Set(columns, row);
        if (lines < rows + 1)
        {
            Set(tableColumns, row);
        }

        (rows, last) = (rows + 1, row.Number);
    }

    /// <summary>Lines in one column are text; in several columns, without a row that fills two, they are a table.</summary>
    private SheetArea Close()
    {
        var filled = Filled(columns);
        return lines < rows ? new(rows, lines, filled, Filled(tableColumns)) : new(rows, filled.Length > 1 ? 0 : rows, filled, filled);
    }

    private static void Set(BitArray columns, SheetRow row)
    {
        foreach (var (column, _) in row.Cells)
        {
            if (column >= columns.Length)
            {
                columns.Length = Math.Max(column + 1, 2 * columns.Length);
            }

            columns[column] = true;
        }
    }

    private static int[] Filled(BitArray columns) => [.. Enumerable.Range(0, columns.Length).Where(column => columns[column])];
}
