using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>The bytes of a revision, and how they were read.</summary>
public sealed record RevisionKey(string Sha256, string ReadAs);

/// <summary>A document to read: where its bytes are, how to read them, and what its current revision was made from.</summary>
public sealed record DocumentToRead(Guid Id, Guid WorkspaceId, string Bucket, string Key, string? ETag, ReadingSettings Reading, RevisionKey? Current);

/// <summary>Everything that reading a document yielded.</summary>
public sealed record ReadDocument(RevisionKey Key, Extraction Extraction, DocumentText Text, IReadOnlyList<ChunkSpan> Chunks);

/// <summary>Loads and saves for the extraction job.</summary>
public sealed class ExtractionRecords(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
{
    /// <summary>Pairs whose evidence one statement looks up in a new text.</summary>
    private const int PairsAtOnce = 500;

    /// <summary>Marks a document as being read; null where there is nothing to do (another job did it, or it was deleted).</summary>
    public Task<DocumentToRead?> BeginAsync(Guid documentId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var document = await db.LockDocumentAsync(documentId, cancellationToken);
                if (document is null or { Status: not (DocumentStatus.Discovered or DocumentStatus.Extracting) })
                {
                    return null;
                }

                var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == document.WorkspaceId, cancellationToken);
                if (workspace.DeletedAt is not null)
                {
                    return null;
                }

                document.BeginExtracting(time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.NotifyAsync(document.WorkspaceId, ChangeNote.Document, documentId, cancellationToken);
                var current = await db.Revisions.Where(r => r.Id == document.RevisionId).Select(r => new RevisionKey(r.Sha256, r.ReadAs)).SingleOrDefaultAsync(cancellationToken);
                return new DocumentToRead(document.Id, document.WorkspaceId, workspace.Bucket, document.Key, document.ETag, workspace.Reading, current);
            },
            cancellationToken);

    /// <summary>Saves what was read as the current revision. Bytes already read in the same way make no second revision.</summary>
    public Task SaveAsync(DocumentToRead reading, ReadDocument read, CancellationToken cancellationToken) =>
        EndAsync(
            reading,
            async (db, document) =>
            {
                var now = time.GetUtcNow();
                var revisionId = await db.Revisions.Where(r => r.DocumentId == reading.Id && r.Sha256 == read.Key.Sha256 && r.ReadAs == read.Key.ReadAs)
                    .Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellationToken);
                if (revisionId is null)
                {
                    revisionId = AddRevision(db, reading.Id, read, now);
                    await MarkStaleAsync(db, reading.Id, read.Text.Text, cancellationToken);
                }

                document.BecomeReady(revisionId.Value, now);
            },
            cancellationToken);

    /// <summary>Keeps the current revision, which has the same bytes.</summary>
    public Task KeepAsync(DocumentToRead reading, CancellationToken cancellationToken) =>
        EndAsync(reading, document => document.BecomeReady(document.RevisionId!.Value, time.GetUtcNow()), cancellationToken);

    public Task FailAsync(DocumentToRead reading, DocumentFailure failure, CancellationToken cancellationToken) =>
        EndAsync(reading, document => document.Fail(failure, time.GetUtcNow()), cancellationToken);

    private Task EndAsync(DocumentToRead reading, Action<Document> end, CancellationToken cancellationToken) =>
        EndAsync(
            reading,
            (_, document) =>
            {
                end(document);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Ends a reading, unless the document was deleted or got other bytes in the meantime; the next job reads those.</summary>
    private Task EndAsync(DocumentToRead reading, Func<SynthDataGenDb, Document, Task> end, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var document = await db.LockDocumentAsync(reading.Id, cancellationToken);
                if (document is { Status: DocumentStatus.Discovered or DocumentStatus.Extracting } && document.ETag == reading.ETag)
                {
                    await end(db, document);
                    await db.SaveChangesAsync(cancellationToken);
                    await db.NotifyAsync(document.WorkspaceId, ChangeNote.Document, reading.Id, cancellationToken);
                }
            },
            cancellationToken);

    private static Guid AddRevision(SynthDataGenDb db, Guid documentId, ReadDocument read, DateTimeOffset now)
    {
        var revisionId = Guid.CreateVersion7(now);
        var text = read.Text.Text;
        var characters = Coverage.Chunked(text, read.Chunks);
        var chunks = read.Chunks.Select((span, ordinal) => new Chunk
        {
            Id = Guid.CreateVersion7(now),
            RevisionId = revisionId,
            Ordinal = ordinal,
            Start = span.Start,
            End = span.End,
            Tokens = span.Tokens,
            RepeatedTokens = span.RepeatedTokens,
            Header = span.Header,
            HeadingPath = span.HeadingPath,
            PageFrom = span.PageFrom,
            PageTo = span.PageTo,
            Kind = span.Kind,
            Characters = characters[ordinal],
        }).ToList();
        db.Add(new Revision
        {
            Id = revisionId,
            DocumentId = documentId,
            Sha256 = read.Key.Sha256,
            ReadAs = read.Key.ReadAs,
            Pages = read.Extraction.Pages,
            OcrPages = read.Extraction.OcrPages,
            Characters = text.Length,
            ExtractedCharacters = NonSpace.Count(text),
            ChunkedCharacters = characters.Sum(),
            Chunks = chunks.Count,
            BoilerplateChunks = chunks.Count(c => c.Kind.IsBoilerplate()),
            LeftOut = read.Extraction.LeftOut,
            CreatedAt = now,
        });
        db.Add(new RevisionText
        {
            RevisionId = revisionId,
            Text = text,
            Outline = read.Text.Outline,
            Pages = read.Text.Pages,
            Code = [.. read.Text.Blocks.Where(b => b.Kind == BlockKind.Code).Select(b => new CodeSpan(b.Start, b.End))],
        });
        db.AddRange(chunks);
        return revisionId;
    }

    /// <summary>Flags pairs of older revisions whose evidence the new text no longer holds; the others still verify.</summary>
    private static async Task MarkStaleAsync(SynthDataGenDb db, Guid documentId, string text, CancellationToken cancellationToken)
    {
        var ids = await db.Pairs.Where(p => p.DocumentId == documentId && !p.Flags.Contains(PairFlags.Stale)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var piece in ids.Chunk(PairsAtOnce))
        {
            // Appended in the database, since a pair may get another flag at the same time.
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE pairs SET flags = array_append(flags, {PairFlags.Stale})
                WHERE id = ANY({piece}) AND EXISTS (SELECT FROM jsonb_array_elements(evidence) AS span WHERE strpos({text}, span ->> 'quote') = 0)
                """,
                cancellationToken);
        }
    }
}
