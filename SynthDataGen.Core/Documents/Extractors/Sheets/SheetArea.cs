namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>The shape of an area of a sheet, as a first pass over its rows finds it, so that a second one can write them without holding them.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Lines">How many of them come before its table, each a text of one cell.</param>
/// <param name="Columns">The filled columns, in order.</param>
/// <param name="TableColumns">Those of its table.</param>
internal sealed record SheetArea(int Rows, int Lines, int[] Columns, int[] TableColumns)
{
    /// <summary>Runs of filled columns; none where they are one, or where a single column between blank ones makes it a form.</summary>
    public IReadOnlyList<(int From, int To)> Groups()
    {
        var groups = new List<(int From, int To)>();
        foreach (var column in Columns)
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

        return groups.Count > 1 && groups.TrueForAll(group => group.To > group.From) ? groups : [];
    }
}
