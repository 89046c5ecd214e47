using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads plain text: paragraphs by blank lines, list items by their marks, underlined titles, pages by form feeds.</summary>
public sealed class PlainTextExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Text;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = await TextDecoder.ReadAsync(file.Path, options.Value, cancellationToken);
        var builder = new ExtractionBuilder(options.Value);
        new PlainTextReader(builder).Read(text, cancellationToken);
        return builder.Build();
    }
}
