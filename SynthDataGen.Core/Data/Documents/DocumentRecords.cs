using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>A document with its current revision and pair counts.</summary>
public sealed record DocumentRow(Document Document, Revision? Revision, int Pairs, int Approved, int Rejected);

/// <summary>Listing, adding and removing documents.</summary>
public sealed class DocumentRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    private const string Escape = @"\";

    public async Task<IReadOnlyList<DocumentRow>> ListAsync(
        Guid workspaceId, DocumentStatus? status, string? search, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var documents = db.Documents.AsNoTracking().Where(d => d.WorkspaceId == workspaceId);
        documents = status is null ? documents.Where(d => d.Status != DocumentStatus.Deleted) : documents.Where(d => d.Status == status);
        if (!string.IsNullOrWhiteSpace(search))
        {
            documents = documents.Where(d => EF.Functions.ILike(d.Key, PatternOf(search), Escape));
        }

        if (after is not null)
        {
            documents = documents.Where(d => d.Id < after);
        }

        return await Rows(db, documents.OrderByDescending(d => d.Id).Take(limit)).ToListAsync(cancellationToken);
    }

    public async Task<DocumentRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Rows(db, db.Documents.AsNoTracking().Where(d => d.WorkspaceId == workspaceId && d.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The text of a revision of this document, by default the current one; null where there is none.</summary>
    public async Task<RevisionText?> FindTextAsync(Guid workspaceId, Guid id, Guid? revisionId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from d in db.Documents
            join r in db.Revisions on d.Id equals r.DocumentId
            join t in db.RevisionTexts on r.Id equals t.RevisionId
            where d.WorkspaceId == workspaceId && d.Id == id && r.Id == (revisionId ?? d.RevisionId)
            select t).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Chunks of the current revision, in order, after the given ordinal.</summary>
    public async Task<IReadOnlyList<Chunk>> ListChunksAsync(Guid workspaceId, Guid id, int after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from d in db.Documents
            join c in db.Chunks on d.RevisionId equals c.RevisionId
            where d.WorkspaceId == workspaceId && d.Id == id && c.Ordinal > after
            orderby c.Ordinal
            select c).AsNoTracking().Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Records an uploaded object as a document to read; an object with a known key belongs to the known document.</summary>
    public Task<Document> AddAsync(Guid workspaceId, StoredObject stored, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var mediaType = MediaTypes.OfName(stored.Key);
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var now = await db.NowAsync(cancellationToken);
                var document = await db.Documents.SingleOrDefaultAsync(d => d.WorkspaceId == workspaceId && d.Key == stored.Key, cancellationToken);
                if (document is null)
                {
                    document = Document.Discover(workspaceId, stored.Key, mediaType, stored.SizeBytes, stored.ETag, DocumentIntake.Uploaded, now);
                    db.Add(document);
                }
                else
                {
                    document.Rediscover(mediaType, stored.SizeBytes, stored.ETag, DocumentIntake.Uploaded, now);
                }

                await SaveAndReadAsync(db, document, cancellationToken);
                return document;
            },
            cancellationToken);

    /// <summary>Has a document read again; null where there is no such document.</summary>
    public Task<Document?> RetryAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var document = await db.Documents.SingleOrDefaultAsync(d => d.WorkspaceId == workspaceId && d.Id == id, cancellationToken);
                if (document is not null)
                {
                    document.Retry(time.GetUtcNow());
                    await SaveAndReadAsync(db, document, cancellationToken);
                }

                return document;
            },
            cancellationToken);

    /// <summary>Marks a document as deleted; its revisions and pairs stay. False where there is none.</summary>
    public Task<bool> DeleteAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var document = await db.Documents.SingleOrDefaultAsync(d => d.WorkspaceId == workspaceId && d.Id == id, cancellationToken);
                document?.Delete(time.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Document, id, cancellationToken);
                return document is not null;
            },
            cancellationToken);

    /// <summary>For <c>ILIKE</c>: what people type is data, never a wildcard.</summary>
    private static string PatternOf(string search) =>
        $"%{search.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private async Task SaveAndReadAsync(SynthDataGenDb db, Document document, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await work.AddAsync(db, WorkKinds.ExtractDocuments, [document.Id.ToString()], cancellationToken);
        await db.NotifyAsync(document.WorkspaceId, ChangeNote.Document, document.Id, cancellationToken);
    }

    private static IQueryable<DocumentRow> Rows(SynthDataGenDb db, IQueryable<Document> documents) =>
        from d in documents
        select new DocumentRow(
            d,
            db.Revisions.SingleOrDefault(r => r.Id == d.RevisionId),
            db.Pairs.Count(p => p.DocumentId == d.Id),
            db.Pairs.Count(p => p.DocumentId == d.Id && p.Status == PairStatus.Approved),
            db.Pairs.Count(p => p.DocumentId == d.Id && p.Status == PairStatus.Rejected));
}
