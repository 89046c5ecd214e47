namespace SynthDataGen.Core.Tests.Documents;

/// <summary>A minimal EPUB. Chapters are given as the content of their body.</summary>
internal sealed class TinyBook
{
    private readonly List<(string Name, string Content)> parts = [];
    private readonly List<string> items = [], spine = [];

    public TinyBook Chapter(string file, string body, string properties = "")
    {
        parts.Add(("OEBPS/" + Uri.UnescapeDataString(file.Replace("text/../", "", StringComparison.Ordinal)), $"""<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>"""));
        return Item(file, properties);
    }

    /// <summary>A part that the package names.</summary>
    public TinyBook Item(string file, string properties = "")
    {
        items.Add($"""<item id="i{items.Count}" href="{file}" media-type="application/xhtml+xml" properties="{properties}"/>""");
        spine.Insert(0, $"""<itemref idref="i{items.Count - 1}"/>""");
        return this;
    }

    public TinyBook Entry(string name, string content)
    {
        parts.Add((name, content));
        return this;
    }

    /// <summary>The spine runs from the last added chapter to the first, so that it differs from the order of entries.</summary>
    public byte[] Build() => TinyZip.Build(
    [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""),
        ("OEBPS/book.opf", $"""<package xmlns="http://www.idpf.org/2007/opf"><manifest>{string.Concat(items)}</manifest><spine>{string.Concat(spine)}</spine></package>"""),
        .. parts,
    ]);
}
