namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>Tells a table's head from its data: a head names things, or years, and has no other figures.</summary>
internal static class HeadRow
{
    public static bool Is(SheetRow row) => row.Cells.TrueForAll(cell => !IsFigure(cell.Text) || IsYear(cell.Text));

    private static bool IsFigure(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    private static bool IsYear(string text) => text.Length == 4 && (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal));
}
