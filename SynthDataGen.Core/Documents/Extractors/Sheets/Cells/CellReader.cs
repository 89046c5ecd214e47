using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>What a cell shows: its words, or its number in its shape; of a formula, the result that was saved with it.</summary>
internal sealed class CellReader(IReadOnlyList<string> shared, NumberShapes shapes)
{
    public string Of(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        return Kind(cell) switch
        {
            CellValues.SharedString => Shared(value),
            CellValues.InlineString => cell.InlineString is { } inline ? SharedWords.Of(inline) : "",
            CellValues.Boolean => value is "1" or "true" ? "TRUE" : "FALSE",
            CellValues.Number => Number(value, cell.StyleIndex?.Value ?? 0),
            _ => value,
        };
    }

    /// <summary>A kind that is not known leaves the value as it stands.</summary>
    private static CellValues Kind(Cell cell)
    {
        if (cell.DataType is not { } type)
        {
            return CellValues.Number;
        }

        return type.HasValue ? type.Value : CellValues.String;
    }

    private string Shared(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count ? shared[at] : "";

    private string Number(string value, uint style) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? shapes.Show(number, style) : value;
}
