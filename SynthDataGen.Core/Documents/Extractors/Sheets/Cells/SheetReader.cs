using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SynthDataGen.Core.Documents.Extractors.Sheets.Cells;

/// <summary>Reads the filled cells of one sheet in one pass over its XML.</summary>
internal sealed class SheetReader(CellReader values, SheetLimits limits)
{
    private readonly List<SheetRow> rows = [];
    private readonly List<string> merges = [];

    public IReadOnlyList<SheetRow> Read(WorksheetPart part, CancellationToken cancellationToken)
    {
        using var reader = OpenXmlReader.Create(part);
        var row = new SheetRow(0, []);
        for (var more = reader.Read(); more; more = reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Row))
            {
                Close(row);
                row = new SheetRow(NumberOf(reader) ?? row.Number + 1, []);
            }
            else if (reader.ElementType == typeof(Cell))
            {
                Add(row, (Cell)reader.LoadCurrentElement()!);
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } merge })
            {
                merges.Add(merge);
            }
        }

        Close(row);
        new MergedCells(limits).Fill(rows, merges);
        return rows;
    }

    private void Add(SheetRow row, Cell cell)
    {
        var text = values.Of(cell);
        limits.Count(1, text.Length);
        if (!string.IsNullOrWhiteSpace(text))
        {
            var after = row.Cells.Count > 0 ? row.Cells[^1].Column : 0;
            row.Cells.Add((CellPlace.Of(cell.CellReference?.Value)?.Column ?? after + 1, text));
        }
    }

    private void Close(SheetRow row)
    {
        if (row.Cells.Count > 0)
        {
            rows.Add(row);
        }
    }

    private static int? NumberOf(OpenXmlReader reader)
    {
        var value = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
        return int.TryParse(value, out var number) && number is > 0 and <= CellPlace.MostRows ? number : null;
    }
}
