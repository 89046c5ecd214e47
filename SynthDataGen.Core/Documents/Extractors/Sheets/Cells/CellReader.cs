using System.Globalization;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>What a cell shows: its words, or its number in its shape; of a formula, the result that was saved with it.</summary>
internal sealed class CellReader(IReadOnlyList<string> shared, NumberShapes shapes)
{
    /// <summary>The words of a cell of this type; a type that is not known leaves the value as it stands.</summary>
    public string Of(string? type, uint style, string value, string inline) => type switch
    {
        "s" => Shared(value),
        "inlineStr" => inline.Replace("_x000D_", "", StringComparison.Ordinal),
        "b" => value is "1" or "true" ? "TRUE" : "FALSE",
        null or "n" => Number(value, style),
        _ => value,
    };

    private string Shared(string value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count ? shared[at] : "";

    private string Number(string value, uint style) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? shapes.Show(number, style) : value;
}
