using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>A workbook's number formats, by the index that cells refer to.</summary>
internal sealed class NumberShapes
{
    private readonly List<NumberShape> shapes = [];
    private readonly bool from1904;

    private NumberShapes(bool from1904) => this.from1904 = from1904;

    public static NumberShapes Of(WorkbookPart workbook)
    {
        var found = new NumberShapes(workbook.Workbook.WorkbookProperties?.Date1904?.Value == true);
        var styles = workbook.WorkbookStylesPart?.Stylesheet;
        var own = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            own.TryAdd(format.NumberFormatId?.Value ?? 0, format.FormatCode?.Value ?? "");
        }

        foreach (var cell in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = cell.NumberFormatId?.Value ?? 0;
            found.shapes.Add(NumberShape.Parse(own.GetValueOrDefault(id) ?? BuiltIn(id)));
        }

        return found;
    }

    public string Show(double value, uint style) => (style < shapes.Count ? shapes[(int)style] : NumberShape.General).Show(value, from1904);

    /// <summary>The formats that files name by number alone.</summary>
    private static string BuiltIn(uint id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 or 37 or 38 or 41 or 42 => "#,##0",
        4 or 39 or 40 or 43 or 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        (>= 14 and <= 17) or (>= 27 and <= 36) or (>= 50 and <= 58) => "yyyy-mm-dd",
        18 or 20 => "h:mm",
        19 or 21 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        45 or 47 => "mm:ss",
        46 => "[h]:mm:ss",
        _ => "",
    };
}
