using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SynthDataGen.Core.Export.Report;

/// <summary>The few HTML elements of a report. Names and numbers are inserted as text, never as markup.</summary>
internal static class Html
{
    private const int BarWidth = 240;

    public static XElement Section(string title, params object?[] content) => new("section", new XElement("h2", title), content);

    public static XElement Paragraph(string text) => new("p", Clean(text));

    /// <summary>A table whose last column shows each number as a bar relative to the largest; shares are of all, or of the rows shown.</summary>
    public static XElement Bars(string kind, string unit, IReadOnlyList<(string Name, long Count)> rows, long? of = null)
    {
        var (most, all) = (rows.Select(row => row.Count).DefaultIfEmpty(1).Max(), of ?? rows.Sum(row => row.Count));
        return new(
            "table",
            Head(1, kind, unit, "Share", ""),
            new XElement("tbody", rows.Select(row => new XElement(
                "tr",
                new XElement("th", new XAttribute("scope", "row"), Clean(row.Name)),
                Figure(Number(row.Count)),
                Figure(Percent(all == 0 ? 0 : (double)row.Count / all)),
                new XElement("td", Bar(row.Count, most))))));
    }

    /// <summary>A table whose first columns are words and whose others are figures.</summary>
    public static XElement Table(int words, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows) => new(
        "table",
        Head(words, [.. head]),
        new XElement("tbody", rows.Select(row => new XElement("tr", row.Select((cell, i) => i >= words ? Figure(cell) : new XElement(i == 0 ? "th" : "td", i == 0 ? new XAttribute("scope", "row") : null, Clean(cell)))))));

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture).Replace(" %", " %", StringComparison.Ordinal);

    /// <summary>A whole page.</summary>
    public static string Page(string title, string style, params object?[] body)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", Clean(title)),
                new XElement("style", style)),
            new XElement("body", new XElement("main", new XElement("h1", Clean(title)), body)));
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = false }))
        {
            page.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Head(int words, params string[] names) => new(
        "thead",
        new XElement("tr", names.Select((name, i) => new XElement("th", new XAttribute("scope", "col"), i < words || name.Length == 0 ? null : new XAttribute("class", "number"), name))));

    private static XElement Figure(string text) => new("td", new XAttribute("class", "number"), Clean(text));

    private static XElement Bar(long count, long most)
    {
        var width = Math.Max(1, (int)Math.Round((double)BarWidth * count / Math.Max(1, most)));
        return new(
            "svg",
            new XAttribute("width", BarWidth),
            new XAttribute("height", 12),
            new XAttribute("aria-hidden", "true"),
            new XElement("rect", new XAttribute("width", width), new XAttribute("height", 12), new XAttribute("rx", 2), ""));
    }

    /// <summary>Replaces characters that XML cannot contain.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
