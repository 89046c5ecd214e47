using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using SynthDataGen.Core.Documents.Extractors.Markup;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>
/// Reads documents embedded in another (altChunk), as report generators write them: HTML, web archives, text and Word. Other kinds,
/// Word inside Word inside Word, and merely linked documents are left out and counted.
/// </summary>
internal sealed class WordEmbedded(bool isOutermost, CancellationToken cancellationToken)
{
    private const int MostBytes = 64 << 20;

    /// <summary>The blocks of the document that the element refers to.</summary>
    public IReadOnlyList<Block> Read(XElement reference, WordContext context, ExtractionBuilder builder)
    {
        if (context.Relation(reference.Of("id")) is not { } relation)
        {
            return [];
        }

        if (relation.IsExternal || !context.Package.Has(relation.Target))
        {
            builder.LeaveOut("linked-document", relation.Target);
            return [];
        }

        var content = Bytes(relation.Target, context.Package);
        switch (relation.Target[(relation.Target.LastIndexOf('.') + 1)..].ToUpperInvariant())
        {
            case "HTML" or "HTM" or "XHTML":
                return Html(HtmlSource.Parse(content, context.Package.Options, cancellationToken), context.Package.Options, builder);
            case "MHT" or "MHTML" when WebArchive.Page(content) is { } page:
                return Html(HtmlSource.Parse(page, context.Package.Options, cancellationToken), context.Package.Options, builder);
            case "TXT":
                return [.. TextDecoder.Decode(content).Split('\n').Select(line => new Block(BlockKind.Paragraph, line, 1))];
            case "DOCX" or "DOCM" or "DOTX" or "DOTM" when isOutermost:
                return builder.Take(WordExtractor.Read(new MemoryStream(content), context.Package.Options, isOutermost: false, cancellationToken));
            default:
                builder.LeaveOut("embedded-document", content.AsSpan().StartsWith("PK"u8) ? relation.Target : Encoding.Latin1.GetString(content));
                return [];
        }
    }

    private IReadOnlyList<Block> Html(IHtmlDocument document, ExtractionOptions options, ExtractionBuilder builder)
    {
        using var page = document;
        var inner = new ExtractionBuilder(options);
        if (page.Body is { } body)
        {
            new HtmlWalker(inner, options).Walk(body, cancellationToken);
        }

        return builder.Take(inner.Build());
    }

    private static byte[] Bytes(string part, WordPackage package)
    {
        if (package.Length(part) > MostBytes)
        {
            throw Fault.TooLarge("bytes in one embedded document", MostBytes);
        }

        using var content = package.Open(part);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
