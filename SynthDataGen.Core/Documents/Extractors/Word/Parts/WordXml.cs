using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SynthDataGen.Core.Documents.Extractors.Word.Parts;

/// <summary>
/// Reads a part forward, one small tree at a time. Names lose their namespaces: strict and transitional documents, and elements
/// where no schema expects them, are read alike. Nothing outside the part is ever fetched.
/// </summary>
internal sealed class WordXml : IDisposable
{
    /// <summary>Most elements and attributes of one tree, about 300 MB.</summary>
    private const int MostNodes = 2_000_000;
    private const int MostAttributes = 1_000;

    /// <summary>Most bytes of one tag or piece of text: the parser holds each of them whole.</summary>
    private const int MostBytes = 32 << 20;

    private readonly LimitedStream content;
    private readonly XmlReader xml;
    private readonly int maxDepth;
    private readonly CancellationToken cancellationToken;
    private int nodes;

    public WordXml(Stream content, int maxDepth, CancellationToken cancellationToken)
    {
        this.content = new LimitedStream(content, MostBytes, "bytes in one tag or piece of text");
        this.maxDepth = maxDepth;
        this.cancellationToken = cancellationToken;
        xml = XmlReader.Create(
            this.content,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
            });
    }

    /// <summary>The name of the current element.</summary>
    public string Name => xml.LocalName;

    public int Depth => xml.Depth;

    /// <summary>Parses a small tree that was checked before.</summary>
    public static XElement Parse(string text)
    {
        using var part = new WordXml(new MemoryStream(Encoding.UTF8.GetBytes(text)), int.MaxValue, CancellationToken.None);
        part.Read();
        return part.Load();
    }

    /// <summary>Moves to the next start tag; false at the end of the part or of the element at this depth.</summary>
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

    /// <summary>Reads the current element to its end, as a tree.</summary>
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

    /// <summary>Moves to the end of the current element.</summary>
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
            // Some writers forget xml:space for a lone space between two words.
            case XmlNodeType.Whitespace when at.Name.LocalName != "t":
                return at;
            default:
                Count(1);
                // Text in many pieces stays in pieces: joining them one by one would take quadratic time.
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
            // Revision marks are half of all attributes and never read.
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
