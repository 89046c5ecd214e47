using System.IO.Compression;
using System.Xml;

namespace SynthDataGen.Core.Documents.Extractors.Books;

/// <summary>An element of a book's own XML, read one by one without a tree; external entities are never fetched.</summary>
internal sealed record BookElement(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public string? Of(string attribute) => Attributes.GetValueOrDefault(attribute);

    /// <summary>All elements of an entry in order; none if there is no such entry.</summary>
    public static IEnumerable<BookElement> ReadAll(ZipArchive zip, string name)
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
                yield return new BookElement(xml.LocalName, AttributesOf(xml));
            }
        }
    }

    private static Dictionary<string, string> AttributesOf(XmlReader xml)
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
