namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Cuts a sheet into areas: between blank rows, and between blank columns where tables stand side by side.</summary>
internal static class SheetAreas
{
    /// <summary>How often an area is cut again; deeper, tables stay together.</summary>
    private const int Deepest = 8;

    /// <summary>The areas from top to bottom, those beside each other from left to right.</summary>
    public static IEnumerable<List<SheetRow>> Of(IReadOnlyList<SheetRow> rows, CancellationToken cancellationToken, int depth = 0)
    {
        foreach (var area in ByRows(rows))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var groups = depth < Deepest ? Groups(area) : [];
            if (groups.Count < 2)
            {
                yield return area;
                continue;
            }

            foreach (var inner in groups.SelectMany(group => Of(Within(area, group), cancellationToken, depth + 1)))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<List<SheetRow>> ByRows(IReadOnlyList<SheetRow> rows)
    {
        var area = new List<SheetRow>();
        foreach (var row in rows)
        {
            if (area.Count > 0 && row.Number > area[^1].Number + 1)
            {
                yield return area;
                area = [];
            }

            area.Add(row);
        }

        if (area.Count > 0)
        {
            yield return area;
        }
    }

    /// <summary>Runs of filled columns; a single column between blank ones is part of a form, and then nothing is cut.</summary>
    private static List<(int From, int To)> Groups(List<SheetRow> area)
    {
        var groups = new List<(int From, int To)>();
        foreach (var column in new SortedSet<int>(area.SelectMany(row => row.Cells).Select(cell => cell.Column)))
        {
            if (groups.Count > 0 && groups[^1].To == column - 1)
            {
                groups[^1] = (groups[^1].From, column);
            }
            else
            {
                groups.Add((column, column));
            }
        }

        return groups.TrueForAll(group => group.To > group.From) ? groups : [];
    }

    private static List<SheetRow> Within(List<SheetRow> area, (int From, int To) group) =>
        [.. area.Select(row => row with { Cells = row.Cells.FindAll(cell => cell.Column >= group.From && cell.Column <= group.To) }).Where(row => row.Cells.Count > 0)];
}
