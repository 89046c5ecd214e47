using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Reads a table's cells as a grid. A merged cell stands in every place it covers, so that each row says all of itself.</summary>
internal sealed class WordTables(Func<Paragraph, (string Text, IReadOnlyList<string> Notes)> textOf)
{
    private const int MostSpan = 63;

    /// <summary>Beyond this, a merged cell is no label, and its words stand once.</summary>
    private const int LongestRepeated = 120;

    private readonly List<string> notes = [];

    /// <summary>A table of one cell a row frames text; it is read as text.</summary>
    public static bool IsFrame(Table table) => RowsOf(table).All(row => CellsOf(row).Count() <= 1);

    public IReadOnlyList<IReadOnlyList<string>> Rows(Table table)
    {
        var rows = new List<IReadOnlyList<string>>();
        IReadOnlyList<string> above = [];
        foreach (var row in RowsOf(table))
        {
            rows.Add(Cells(row, above));
            above = rows[^1];
        }
        return rows;
    }

    public IReadOnlyList<string> TakeNotes()
    {
        string[] taken = [.. notes];
        notes.Clear();
        return taken;
    }

    private List<string> Cells(TableRow row, IReadOnlyList<string> above)
    {
        var cells = new List<string>();
        cells.AddRange(Enumerable.Repeat("", Math.Clamp(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, 0, MostSpan)));
        foreach (var cell in CellsOf(row))
        {
            var merge = cell.TableCellProperties?.VerticalMerge;
            var goesOn = merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
            var text = goesOn && cells.Count < above.Count ? Repeated(above[cells.Count]) : CellText(cell);
            cells.Add(text);
            var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, MostSpan);
            cells.AddRange(Enumerable.Repeat(Repeated(text), span - 1));
        }
        return cells;
    }

    private static string Repeated(string text) => text.Length <= LongestRepeated ? text : "";

    private string CellText(OpenXmlElement cell) => string.Join(' ', Parts(cell).Where(part => part.Length > 0));

    private IEnumerable<string> Parts(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph paragraph)
            {
                yield return ParagraphText(paragraph);
            }
            else if (child is not (TableCellProperties or SdtProperties or AlternateContentFallback))
            {
                yield return CellText(child);
            }
        }
    }

    private string ParagraphText(Paragraph paragraph)
    {
        var (text, found) = textOf(paragraph);
        notes.AddRange(found);
        return text;
    }

    private static IEnumerable<TableRow> RowsOf(Table table) => table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table);

    private static IEnumerable<TableCell> CellsOf(TableRow row) => row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row);
}
