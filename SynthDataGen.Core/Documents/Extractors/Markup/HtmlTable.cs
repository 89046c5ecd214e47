using System.Globalization;
using AngleSharp.Dom;
using SynthDataGen.Core.Documents.Extractors.Sheets;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Writes an HTML table as Markdown rows, repeating cells that span several columns or rows.</summary>
internal sealed class HtmlTable(ExtractionBuilder builder, ExtractionOptions options)
{
    private const int MostSpan = 50;

    private readonly SheetLimits limits = new(options);
    private readonly Dictionary<(int Row, int Column), string> hanging = [];
    private readonly List<List<string>> rows = [];

    /// <summary>A table of one column, or one that holds tables, only serves the layout: its content is read as text.</summary>
    public static bool IsData(IElement table) => !HtmlTree.Any(table, child => child.LocalName == "table") && Rows(table).Any(row => Cells(row).Skip(1).Any());

    public string Render(IElement table)
    {
        foreach (var tr in Rows(table))
        {
            var row = new List<string>();
            foreach (var cell in Cells(tr))
            {
                TakeHanging(row);
                Place(row, cell);
            }

            TakeHanging(row);
            rows.Add(row);
        }

        // Shorter rows are filled up to the longest.
        limits.Count((long)rows.Count * rows.Select(row => row.Count).DefaultIfEmpty(0).Max());
        return MarkdownTable.Render(rows);
    }

    private static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(child => child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children : (IEnumerable<IElement>)[child]).Where(child => child.LocalName == "tr");

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(child => child.LocalName is "td" or "th");

    private void Place(List<string> row, IElement cell)
    {
        var text = TextCleaner.Collapse(HtmlText.Of(cell, builder));
        var (columns, below) = (Span(cell, "colspan"), Span(cell, "rowspan"));
        limits.Count((long)columns * below, (long)text.Length * columns * below);
        for (; columns > 0; columns--)
        {
            for (var under = 1; under < below; under++)
            {
                hanging[(rows.Count + under, row.Count)] = text;
            }

            row.Add(text);
        }
    }

    private void TakeHanging(List<string> row)
    {
        while (hanging.Remove((rows.Count, row.Count), out var text))
        {
            row.Add(text);
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostSpan) : 1;
}
