using System.IO.Compression;
using System.Xml;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>An element of a book's XML: its local name and its attributes.</summary>
internal sealed record BookElement(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public string? Of(string attribute) => Attributes.GetValueOrDefault(attribute);
}

/// <summary>Reads a book's own XML element by element, without its tree; external entities are never fetched.</summary>
internal static class BookXml
{
    /// <summary>All elements in order; none where there is no such entry.</summary>
    public static IEnumerable<BookElement> Elements(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            yield break;
        }

        using var content = entry.Open();
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                yield return new BookElement(xml.LocalName, Attributes(xml));
            }
        }
    }

    private static Dictionary<string, string> Attributes(XmlReader xml)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (xml.MoveToNextAttribute())
        {
            attributes[xml.LocalName] = xml.Value;
        }

        xml.MoveToElement();
        return attributes;
    }
}
