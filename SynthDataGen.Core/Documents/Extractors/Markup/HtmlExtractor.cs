using AngleSharp.Html.Parser;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads HTML: what a reader sees of it, in order. The parser has no loader, so that nothing is ever fetched.</summary>
public sealed class HtmlExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Html;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        using var document = await new HtmlParser().ParseDocumentAsync(content, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        if (document.Body is { } body)
        {
            new HtmlWalker(builder).Walk(body, cancellationToken);
        }

        return builder.Build();
    }
}
