using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>Reads the filled cells of one sheet from its XML, a row at a time.</summary>
internal sealed class SheetReader(WorksheetPart part, CellReader values, ExtractionOptions options)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, CloseInput = true };

    /// <summary>The rows, read again for each pass. Only a sheet with merged cells is held, because they reach across rows.</summary>
    public IEnumerable<SheetRow> Read(CancellationToken cancellationToken)
    {
        var merges = Merges(cancellationToken);
        return merges.Count == 0 ? Rows(cancellationToken) : Filled(merges, cancellationToken);
    }

    private List<SheetRow> Filled(List<string> merges, CancellationToken cancellationToken)
    {
        var limits = new SheetLimits(options);
        var rows = new List<SheetRow>();
        foreach (var row in Rows(cancellationToken))
        {
            limits.Count(row.Cells.Count, row.Cells.Sum(cell => cell.Text.Length));
            rows.Add(row);
        }

        new MergedCells(limits).Fill(rows, merges);
        return rows;
    }

    private List<string> Merges(CancellationToken cancellationToken)
    {
        using var xml = Open();
        var merges = new List<string>();
        while (xml.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && xml.GetAttribute("ref") is { } merge)
            {
                merges.Add(merge);
            }
        }

        return merges;
    }

    private IEnumerable<SheetRow> Rows(CancellationToken cancellationToken)
    {
        using var xml = Open();
        var row = new SheetRow(0, []);
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                if (row.Cells.Count > 0)
                {
                    yield return row;
                }

                row = new SheetRow(NumberOf(xml) ?? row.Number + 1, []);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                Add(row, xml);
            }
        }

        if (row.Cells.Count > 0)
        {
            yield return row;
        }
    }

    private void Add(SheetRow row, XmlReader xml)
    {
        var (place, type) = (CellPlace.Of(xml.GetAttribute("r")), xml.GetAttribute("t"));
        var style = uint.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var (value, inline) = Content(xml);
        var text = values.Of(type, style, value, inline);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var after = row.Cells.Count > 0 ? row.Cells[^1].Column : 0;
            row.Cells.Add((place?.Column ?? after + 1, text));
        }
    }

    /// <summary>The value and the inline words of the reader's current cell, without formulas and phonetic guides; moves to the cell's end.</summary>
    private static (string Value, string Inline) Content(XmlReader xml)
    {
        var (value, inline) = ("", "");
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return (value, inline);
        }

        xml.Read();
        while (xml.Depth > depth)
        {
            switch (xml.NodeType == XmlNodeType.Element ? xml.LocalName : "")
            {
                case "v":
                    value = xml.ReadElementContentAsString();
                    break;
                case "t":
                    inline += xml.ReadElementContentAsString();
                    break;
                case "f" or "rPh":
                    xml.Skip();
                    break;
                default:
                    xml.Read();
                    break;
            }
        }

        return (value, inline);
    }

    private static int? NumberOf(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= CellPlace.MostRows ? number : null;

    private XmlReader Open() => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), Settings);
}
