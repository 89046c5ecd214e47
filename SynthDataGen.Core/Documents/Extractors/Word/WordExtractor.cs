using Microsoft.Extensions.Options;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Reads Word documents: strict and transitional ones, templates, with macros or without.</summary>
public sealed class WordExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Word;

    public Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken) =>
        Task.Run(() => WordReader.Read(File.OpenRead(file.Path), options.Value, isOutermost: true, cancellationToken), cancellationToken);
}
