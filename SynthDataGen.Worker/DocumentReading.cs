using Microsoft.Extensions.Options;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Worker;

/// <summary>Takes one document from its bytes to its chunks: load, read, save.</summary>
internal sealed class DocumentReading(ExtractionRecords records, IObjectStore store, DocumentReader reader, IOptions<ChunkOptions> chunking)
{
    public async Task ReadAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (await records.BeginAsync(documentId, cancellationToken) is not { } document)
        {
            return;
        }

        try
        {
            await ReadAsync(document, cancellationToken);
        }
        catch (ExtractionException e)
        {
            await records.FailAsync(documentId, new(e.Code, e.Message), cancellationToken);
        }
    }

    private async Task ReadAsync(DocumentToRead document, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(document.Bucket, document.Key, cancellationToken)
            ?? throw new ExtractionException(DocumentFailure.Missing, "The store no longer holds this file. Upload it again, or sync.");
        using var file = await TemporaryFile.FromAsync(content, cancellationToken);
        if (file.Sha256 == document.CurrentSha256)
        {
            await records.KeepAsync(document.Id, cancellationToken);
            return;
        }

        var extraction = await reader.ReadAsync(new(file.Path, document.Key, MediaTypes.OfName(document.Key), file.SizeBytes), cancellationToken);
        var text = TextComposer.Compose(extraction);
        var chunks = Chunker.Split(text, chunking.Value);
        await records.SaveAsync(document.Id, new(file.Sha256, extraction.Pages, text, extraction.LeftOut, chunks), cancellationToken);
    }
}
