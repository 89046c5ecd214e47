using Microsoft.Extensions.Options;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Reads one document from its bytes to its chunks: load, read, save.</summary>
internal sealed partial class DocumentReading(
    ExtractionRecords records, RenameRecords renames, IObjectStore store, DocumentReader reader, IOptions<ChunkOptions> chunking, ILogger<DocumentReading> logger)
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
            await records.FailAsync(document, new(e.Code, e.Message), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && !TransientFaults.IsTransient(e))
        {
            // An internal error in one document must not hold up the others.
            Unforeseen(documentId, e);
            await records.FailAsync(document, new(DocumentFailure.Internal, "Something went wrong on our side; the log has the details. Try again."), cancellationToken);
        }
    }

    private async Task ReadAsync(DocumentToRead document, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(document.Bucket, document.Key, cancellationToken)
            ?? throw new ExtractionException(DocumentFailure.Missing, "The store no longer holds this file. Upload it again, or sync.");
        using var file = await TemporaryFile.FromAsync(content, cancellationToken);
        var (languages, options) = (OcrLanguages.Of(document.Reading), chunking.Value.With(document.Reading));
        if (document.Current == new RevisionKey(file.Sha256, ReadAs.Of(options, languages)))
        {
            await records.KeepAsync(document, cancellationToken);
            return;
        }

        if (document.Current is null && await renames.RecognizeAsync(document, file.Sha256, cancellationToken))
        {
            return;
        }

        var extraction = await reader.ReadAsync(new(file.Path, document.Key, MediaTypes.OfName(document.Key), file.SizeBytes, languages), cancellationToken);
        var text = TextComposer.Compose(extraction);

        // Most documents need no OCR: for them the setting makes no difference.
        var key = new RevisionKey(file.Sha256, ReadAs.Of(options, extraction.OcrPages > 0 ? languages : null));
        await records.SaveAsync(document, new(key, extraction, text, Chunker.Split(text, options)), cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Reading document {Document} failed unexpectedly")]
    private partial void Unforeseen(Guid document, Exception exception);
}
