using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SynthDataGen.Core.Documents.Extractors.Word.Parts;

/// <summary>
/// Reads a part forward, one small tree at a time. Names come without their namespaces: strict and transitional documents, and what
/// schemas do not foresee in its place, read alike. Nothing outside the part is ever fetched.
/// </summary>
internal sealed class WordXml : IDisposable
{
    /// <summary>Most elements and attributes of one tree, about 300 MB.</summary>
    private const int MostNodes = 2_000_000;
    private const int MostAttributes = 1_000;

    private readonly MeteredStream content;
    private readonly XmlReader xml;
    private readonly int maxDepth;
    private readonly CancellationToken cancellationToken;
    private int nodes;

    public WordXml(Stream content, int maxDepth, CancellationToken cancellationToken)
    {
        this.content = new MeteredStream(content);
        this.maxDepth = maxDepth;
        this.cancellationToken = cancellationToken;
        xml = XmlReader.Create(
            this.content,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
            });
    }

    /// <summary>The name of the element that was read last.</summary>
    public string Name => xml.LocalName;

    public int Depth => xml.Depth;

    /// <summary>Reads a whole small tree that has been checked before.</summary>
    public static XElement Parse(string text)
    {
        using var part = new WordXml(new MemoryStream(Encoding.UTF8.GetBytes(text)), int.MaxValue, CancellationToken.None);
        part.Read();
        return part.Load();
    }

    /// <summary>Goes on to the next start tag; false at the end of the part, or of the element at this depth.</summary>
    public bool Read(int within = -1)
    {
        if (within >= 0 && xml.Depth == within && xml.IsEmptyElement)
        {
            return false;
        }

        while (Next())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == within)
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>The element that was read last as a tree, read to its end.</summary>
    public XElement Load()
    {
        nodes = 0;
        var root = Element();
        if (xml.IsEmptyElement)
        {
            return root;
        }

        var at = root;
        for (var depth = xml.Depth; Next() && xml.Depth > depth;)
        {
            at = Add(at);
        }

        return root;
    }

    /// <summary>Goes to the end of the element that was read last.</summary>
    public void Skip()
    {
        for (var depth = xml.Depth; Read(depth);)
        {
        }
    }

    public void Dispose() => xml.Dispose();

    private XElement Add(XElement at)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var child = Element();
                at.Add(child);
                return xml.IsEmptyElement ? at : child;
            case XmlNodeType.EndElement:
                return at.Parent!;
            // Some writers forget to say that a lone space between two words is to be kept.
            case XmlNodeType.Whitespace when at.Name.LocalName != "t":
                return at;
            default:
                Count(1);
                // Words in many pieces stay pieces: joining them one by one would take the square of their number.
                at.Add(at.IsEmpty ? xml.Value : new XText(xml.Value));
                return at;
        }
    }

    private XElement Element()
    {
        Count(1 + xml.AttributeCount);
        if (xml.AttributeCount > MostAttributes)
        {
            throw Fault.TooLarge("attributes of one element", MostAttributes);
        }

        var element = new XElement(xml.LocalName);
        while (xml.MoveToNextAttribute())
        {
            // Revision marks are half of all attributes, and none of them is read.
            if (xml.Prefix != "xmlns" && xml.LocalName != "xmlns" && !xml.LocalName.StartsWith("rsid", StringComparison.Ordinal))
            {
                element.SetAttributeValue(xml.LocalName, xml.Value);
            }
        }

        xml.MoveToElement();
        return element;
    }

    private void Count(int more)
    {
        nodes += more;
        if (nodes > MostNodes)
        {
            throw Fault.TooLarge("elements in one paragraph or table row", MostNodes);
        }
    }

    private bool Next()
    {
        cancellationToken.ThrowIfCancellationRequested();
        content.Restart();
        if (!xml.Read())
        {
            return false;
        }

        return xml.Depth <= maxDepth ? true : throw Fault.TooDeep(maxDepth);
    }
}
