namespace SynthDataGen.Core.Documents.Extractors.Sheets;

/// <summary>A row with words: its number and its filled cells by column, both from 1.</summary>
internal sealed record SheetRow(int Number, List<(int Column, string Text)> Cells)
{
    /// <summary>Whether the row can be a table's head: it names things or years and has no other figures.</summary>
    public bool IsHead => Cells.TrueForAll(cell => !IsFigure(cell.Text) || IsYear(cell.Text));

    private static bool IsFigure(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    private static bool IsYear(string text) => text.Length == 4 && (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal));
}
