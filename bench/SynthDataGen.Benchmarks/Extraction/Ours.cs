using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Benchmarks.Extraction;

/// <summary>A document's way through the worker without store and database: file, blocks, text, chunks.</summary>
internal sealed class Ours
{
    private static readonly ChunkOptions Chunks = new();

    /// <summary>The PDFs of the samples and, if it is next to the clone, of the corpus.</summary>
    public static IReadOnlyList<string> Pdfs =>
        [.. new[] { Path.Combine(Testing.Repository.Corpus, "pdf"), Path.Combine(Testing.Repository.Root, "samples") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal))
            .Select(Path.GetFullPath)];

    private readonly DocumentReader reader = new ServiceCollection()
        .AddDocuments(new ConfigurationBuilder().Build())
        .BuildServiceProvider()
        .GetRequiredService<DocumentReader>();

    public async Task<DocumentText> ReadAsync(string path, CancellationToken cancellationToken) =>
        TextComposer.Compose(await reader.ReadAsync(new DocumentFile(path, Path.GetFileName(path), "", 0), cancellationToken));

    public async Task ReadAndSplitAsync(string path, CancellationToken cancellationToken) =>
        Split(await ReadAsync(path, cancellationToken));

    public static IReadOnlyList<ChunkSpan> Split(DocumentText document) => Chunker.Split(document, Chunks);
}
