using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Worker;

/// <summary>Takes one document from its bytes to its chunks: load, read, save.</summary>
internal sealed class DocumentReading(ExtractionRecords records, IObjectStore store, DocumentReader reader, Chunker chunker)
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

        var mediaType = MediaTypes.OfName(document.Key);
        var extraction = await reader.ReadAsync(new(file.Path, document.Key, mediaType, file.SizeBytes), cancellationToken);
        var text = TextComposer.Compose(extraction);
        var chunks = chunker.Split(text);
        await records.SaveAsync(document.Id, new(file.Sha256, mediaType, extraction.Pages, text, extraction.LeftOut, chunks), cancellationToken);
    }
}
