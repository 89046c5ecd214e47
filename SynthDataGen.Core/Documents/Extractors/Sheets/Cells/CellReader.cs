using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>What a cell shows: its words or its formatted number; for a formula, the saved result.</summary>
internal sealed class CellReader
{
    private readonly IReadOnlyList<string> shared;
    private readonly NumberShapes shapes;

    public CellReader(WorkbookPart workbook, ExtractionOptions options, CancellationToken cancellationToken) =>
        (shared, shapes) = (ReadShared(workbook, options, cancellationToken), NumberShapes.Of(workbook));

    /// <summary>The words of a cell of this type; an unknown type leaves the value as it is.</summary>
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

    /// <summary>The strings that the workbook keeps once and its cells refer to by number.</summary>
    private static List<string> ReadShared(WorkbookPart workbook, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var words = new List<string>();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return words;
        }

        long characters = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!reader.IsStartElement || reader.ElementType != typeof(SharedStringItem))
            {
                continue;
            }

            words.Add(Words(reader.LoadCurrentElement()!));
            characters += words[^1].Length;
            if (characters > options.MaxCharacters)
            {
                throw Fault.TooLarge("characters", options.MaxCharacters);
            }
        }

        return words;
    }

    /// <summary>The words of a shared or inline string, without the phonetic guides of East Asian text.</summary>
    private static string Words(OpenXmlElement text) =>
        string.Concat(text.Descendants<Text>().Where(part => part.Parent is not PhoneticRun).Select(part => part.Text)).Replace("_x000D_", "", StringComparison.Ordinal);
}
