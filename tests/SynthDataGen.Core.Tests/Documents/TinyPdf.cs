using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>Writes small PDF files: lines of Helvetica at given places, from the upper left corner of A4 pages, and bookmarks.</summary>
internal sealed class TinyPdf
{
    private const int FirstPage = 5;
    private readonly List<StringBuilder> pages = [];
    private readonly List<(string Title, int Page, int Level)> bookmarks = [];

    public TinyPdf Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    public TinyPdf Line(double x, double y, string text, double size = 10, bool bold = false)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F{(bold ? 2 : 1)} {size} Tf {x} {842 - y} Td ({Escaped(text)}) Tj ET\n");
        return this;
    }

    /// <summary>A line that runs up the page.</summary>
    public TinyPdf Upward(double x, double y, string text)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf 0 1 -1 0 {x} {842 - y} Tm ({Escaped(text)}) Tj ET\n");
        return this;
    }

    /// <summary>A line with wider spaces between its words.</summary>
    public TinyPdf Stretched(double x, double y, string text, double spacing)
    {
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 10 Tf {spacing} Tw {x} {842 - y} Td ({Escaped(text)}) Tj ET\n");
        return this;
    }

    /// <summary>Consecutive lines, twelve points apart.</summary>
    public TinyPdf Lines(double x, double y, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            Line(x, y, line);
            y += 12;
        }
        return this;
    }

    /// <summary>The cells of a table row.</summary>
    public TinyPdf Row(double y, params ReadOnlySpan<(double X, string Text)> cells)
    {
        foreach (var (x, text) in cells)
        {
            Line(x, y, text);
        }
        return this;
    }

    /// <summary>An entry of the outline that leads to the last page so far.</summary>
    public TinyPdf Bookmark(string title, int level = 1)
    {
        bookmarks.Add((title, pages.Count, level));
        return this;
    }

    public byte[] Build()
    {
        var outline = FirstPage + 2 * pages.Count;
        var objects = new List<string>
        {
            bookmarks.Count == 0 ? "<< /Type /Catalog /Pages 2 0 R >>" : $"<< /Type /Catalog /Pages 2 0 R /Outlines {outline} 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{PageObject(i + 1)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var page in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}endstream");
        }
        AddOutline(objects, outline);
        return Write(objects);
    }

    /// <summary>A file of these objects, the first of them the catalog, with a valid cross-reference table.</summary>
    public static byte[] Write(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static int PageObject(int page) => FirstPage + 2 * (page - 1);

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    /// <summary>The outline's root, which is the parent of the first level, and an object for each entry.</summary>
    private void AddOutline(List<string> objects, int root)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        objects.Add($"<< /Type /Outlines {Children(-1, root)} >>");
        for (var i = 0; i < bookmarks.Count; i++)
        {
            var (title, page, level) = bookmarks[i];
            var parent = bookmarks.FindLastIndex(i, above => above.Level < level);
            var next = bookmarks.FindIndex(i + 1, below => below.Level <= level);
            var sibling = next >= 0 && bookmarks[next].Level == level ? $"/Next {root + 1 + next} 0 R" : "";
            objects.Add($"<< /Title ({Escaped(title)}) /Parent {root + 1 + parent} 0 R {sibling} {Children(i, root)} /Dest [{PageObject(page)} 0 R /Fit] >>");
        }
    }

    private string Children(int parent, int root)
    {
        var level = parent < 0 ? 1 : bookmarks[parent].Level + 1;
        var under = Enumerable.Range(parent + 1, bookmarks.Count - parent - 1).TakeWhile(i => bookmarks[i].Level >= level).Where(i => bookmarks[i].Level == level).ToList();
        return under.Count == 0 ? "" : $"/First {root + 1 + under[0]} 0 R /Last {root + 1 + under[^1]} 0 R /Count {under.Count}";
    }
}
