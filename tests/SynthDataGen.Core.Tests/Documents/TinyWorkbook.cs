namespace SynthDataGen.Core.Tests.Documents;

/// <summary>A minimal workbook. A cell is words, or <c>=value:style</c> for a number in the style of that index.</summary>
internal sealed class TinyWorkbook(params string[] formats)
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<string> shared = [];

    public TinyWorkbook Sheet(string name, params string[] rows) => Sheet(name, "visible", [], rows);

    public TinyWorkbook Sheet(string name, string state, string[] merges, params string[] rows)
    {
        var data = string.Concat(rows.Select((row, i) => row.Length == 0 ? "" : $"""<row r="{i + 1}">{string.Concat(row.Split('|').Select((cell, c) => Cell(cell, i + 1, c)))}</row>"""));
        var merged = merges.Length == 0 ? "" : $"""<mergeCells>{string.Concat(merges.Select(merge => $"""<mergeCell ref="{merge}"/>"""))}</mergeCells>""";
        sheets.Add((name, state, $"<worksheet {Main}><sheetData>{data}</sheetData>{merged}</worksheet>"));
        return this;
    }

    public byte[] Build()
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        var list = string.Concat(numbers.Select(n => $"""<sheet name="{sheets[n - 1].Name}" sheetId="{n}" state="{sheets[n - 1].State}" r:id="rId{n}"/>"""));
        return TinyZip.Build(
        [
            TinyZip.Types(
            [
                ("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"), ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
                .. numbers.Select(n => ($"xl/worksheets/sheet{n}.xml", "spreadsheetml.worksheet")),
            ]),
            TinyZip.Relations("", ("rId1", "officeDocument", "xl/workbook.xml")),
            ("xl/workbook.xml", $"<workbook {Main}><sheets>{list}</sheets></workbook>"),
            TinyZip.Relations(
                "xl/workbook.xml",
                [("rIdS", "styles", "styles.xml"), ("rIdW", "sharedStrings", "sharedStrings.xml"), .. numbers.Select(n => ($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml"))]),
            ("xl/styles.xml", Styles()),
            ("xl/sharedStrings.xml", $"<sst {Main}>{string.Concat(shared.Select(words => $"<si><r><t>{words[..1]}</t></r><r><t>{words[1..]}</t></r><rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si>"))}</sst>"),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml)),
        ]);
    }

    private string Styles()
    {
        var own = string.Concat(formats.Select((code, i) => $"""<numFmt numFmtId="{200 + i}" formatCode="{System.Security.SecurityElement.Escape(code)}"/>"""));
        var cells = string.Concat(formats.Select((_, i) => $"""<xf numFmtId="{200 + i}"/>"""));
        return $"""<styleSheet {Main}><numFmts>{own}</numFmts><cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>""";
    }

    private string Cell(string cell, int row, int column)
    {
        var place = $"{(char)('A' + column)}{row}";
        if (cell.Length == 0)
        {
            return "";
        }

        if (cell[0] == '=')
        {
            var parts = cell[1..].Split(':');
            return $"""<c r="{place}" s="{(parts.Length > 1 ? parts[1] : "0")}"><v>{parts[0]}</v></c>""";
        }

        shared.Add(cell);
        return $"""<c r="{place}" t="s"><v>{shared.Count - 1}</v></c>""";
    }
}
