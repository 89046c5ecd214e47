using Markdig;
using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads Markdown: its blocks as they are written, front matter left out.</summary>
public sealed class MarkdownExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    private static readonly MarkdownPipeline Pipeline =
        MarkdownGuard.AddTo(new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists());

    public bool Reads(string mediaType) => mediaType == MediaTypes.Markdown;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = await TextDecoder.ReadAsync(file.Path, options.Value, cancellationToken);
        var document = new MarkdownGuard(options.Value, cancellationToken).Parse(TextCleaner.Clean(text), Pipeline);
        var builder = new ExtractionBuilder(options.Value);
        new MarkdownWalker(builder, options.Value, cancellationToken).Walk(document);
        return builder.Build();
    }
}
