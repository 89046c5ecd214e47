using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads HTML: what a reader sees of it, in order.</summary>
public sealed class HtmlExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Html;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        using var document = await HtmlSource.ReadAsync(file.Path, options.Value, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        if (document.Body is { } body)
        {
            new HtmlWalker(builder, options.Value).Walk(body, cancellationToken);
        }

        return builder.Build();
    }
}
