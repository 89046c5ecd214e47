using System.Globalization;
using AngleSharp.Dom;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Writes an HTML table as Markdown rows; a cell over several columns or rows stands in each of them.</summary>
internal static class HtmlTable
{
    private const int MostSpan = 50;

    public static string Render(IElement table)
    {
        var rows = new List<List<string>>();
        var hanging = new Dictionary<(int Row, int Column), string>();
        foreach (var tr in table.QuerySelectorAll("tr"))
        {
            var row = new List<string>();
            foreach (var cell in tr.Children.Where(child => child.LocalName is "td" or "th"))
            {
                TakeHanging(hanging, rows.Count, row);
                Place(hanging, rows.Count, row, cell);
            }
            TakeHanging(hanging, rows.Count, row);
            rows.Add(row);
        }
        return MarkdownTable.Render([.. rows]);
    }

    private static void Place(Dictionary<(int, int), string> hanging, int at, List<string> row, IElement cell)
    {
        foreach (var unseen in cell.QuerySelectorAll("script, style").ToList())
        {
            unseen.Remove();
        }

        var text = string.Concat(cell.GetDescendants().Select(part => part is IText words ? words.Data : Break(part)));
        for (var column = Span(cell, "colspan"); column > 0; column--)
        {
            for (var below = 1; below < Span(cell, "rowspan"); below++)
            {
                hanging[(at + below, row.Count)] = text;
            }

            row.Add(text);
        }
    }

    private static void TakeHanging(Dictionary<(int, int), string> hanging, int at, List<string> row)
    {
        while (hanging.Remove((at, row.Count), out var text))
        {
            row.Add(text);
        }
    }

    private static string Break(INode part) => part is IElement element && (element.LocalName == "br" || HtmlText.IsBlock(element)) ? " " : "";

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostSpan) : 1;
}
