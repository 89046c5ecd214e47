using System.Runtime.InteropServices;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>A cell's row and column, both from 1.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellPlace(int Row, int Column)
{
    public const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>The place that a reference such as <c>AB12</c> means; null if it means none.</summary>
    public static CellPlace? Of(string? reference)
    {
        var letters = 0;
        var column = 0;
        while (letters < reference?.Length && char.IsAsciiLetter(reference[letters]) && column <= MostColumns)
        {
            column = column * 26 + (char.ToUpperInvariant(reference[letters++]) - 'A' + 1);
        }

        var valid = column is > 0 and <= MostColumns && int.TryParse(reference.AsSpan(letters), out var row) && row is > 0 and <= MostRows;
        return valid ? new CellPlace(int.Parse(reference.AsSpan(letters)), column) : null;
    }
}
