using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>What one page of a listing, or a whole sync, changed.</summary>
public sealed record SyncCounts(int Found, int Added, int Changed, int Renamed, int Deleted)
{
    public static SyncCounts operator +(SyncCounts a, SyncCounts b) =>
        new(a.Found + b.Found, a.Added + b.Added, a.Changed + b.Changed, a.Renamed + b.Renamed, a.Deleted + b.Deleted);
}

/// <summary>Merges what a store lists into what is known, a page at a time.</summary>
public sealed class SyncRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work)
{
    /// <summary>Documents that are queued in one transaction.</summary>
    internal const int AtOnce = JobsAtOnce * DocumentsPerJob;

    /// <summary>Most documents that one job reads.</summary>
    private const int DocumentsPerJob = 16;
    private const int JobsAtOnce = 32;

    /// <summary>Runs a sync when no other one of the workspace runs any more.</summary>
    public Task<SyncCounts> AloneAsync(Guid workspaceId, Func<Task<SyncCounts>> sync, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockSyncAsync(workspaceId, cancellationToken);
                return await sync();
            },
            cancellationToken);

    /// <summary>Runs a sync unless another one of the workspace runs; null where one does.</summary>
    public Task<SyncCounts?> UnlessRunningAsync(Guid workspaceId, Func<Task<SyncCounts>> sync, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db => await db.TryLockSyncAsync(workspaceId, cancellationToken) ? await sync() : null,
            cancellationToken);

    /// <summary>New objects become documents, changed ones are to be read again, known ones are marked as seen.</summary>
    public Task<SyncCounts> MergeAsync(Guid workspaceId, IReadOnlyList<StoredObject> page, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var now = await db.NowAsync(cancellationToken);
                var keys = page.Select(o => o.Key).ToArray();
                var known = await db.Documents.Where(d => d.WorkspaceId == workspaceId && keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, cancellationToken);
                var added = page.Where(o => !known.ContainsKey(o.Key))
                    .Select(o => Document.Discover(workspaceId, o.Key, MediaTypes.OfName(o.Key), o.SizeBytes, o.ETag, DocumentIntake.Held, now)).ToList();
                db.AddRange(added);
                var changed = page.Where(o => known.TryGetValue(o.Key, out var document) && !IsAsStored(document, o)).ToList();
                changed.ForEach(o => known[o.Key].Rediscover(MediaTypes.OfName(o.Key), o.SizeBytes, o.ETag, DocumentIntake.Held, now));
                await db.SaveChangesAsync(cancellationToken);
                await db.Documents.Where(d => d.WorkspaceId == workspaceId && keys.Contains(d.Key))
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.SeenAt, now), cancellationToken);
                await db.TellAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                return new SyncCounts(page.Count, added.Count, changed.Count, 0, 0);
            },
            cancellationToken);

    /// <summary>The time at which a sync begins, by the clock that its documents are seen by.</summary>
    public async Task<DateTimeOffset> BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.NowAsync(cancellationToken);
    }

    /// <summary>Marks the documents that were not seen since the sync began as deleted, and counts which of them were but renamed.</summary>
    public Task<SyncCounts> CloseAsync(Guid workspaceId, DateTimeOffset began, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var now = await db.NowAsync(cancellationToken);
                var deleted = await db.Documents
                    .Where(d => d.WorkspaceId == workspaceId && d.SeenAt < began && d.Status != DocumentStatus.Deleted)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DocumentStatus.Deleted).SetProperty(d => d.UpdatedAt, now), cancellationToken);
                await db.TellAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                var renamed = await CountRenamedAsync(db, workspaceId, began, now, cancellationToken);
                return new SyncCounts(0, -renamed, 0, renamed, deleted - renamed);
            },
            cancellationToken);

    /// <summary>
    /// How many of the objects that came with this sync have the store's mark and the size of one that went with it. It is a count only:
    /// the worker that reads the bytes knows which document they are.
    /// </summary>
    private static Task<int> CountRenamedAsync(
        SynthDataGenDb db, Guid workspaceId, DateTimeOffset began, DateTimeOffset closed, CancellationToken cancellationToken)
    {
        var documents = db.Documents.Where(d => d.WorkspaceId == workspaceId);
        var came = documents.Where(d => d.Intake == DocumentIntake.Held && d.CreatedAt >= began)
            .GroupBy(d => new { d.ETag, d.SizeBytes, d.MediaType }).Select(g => new { g.Key, Count = g.Count() });
        var went = documents.Where(d => d.Status == DocumentStatus.Deleted && d.UpdatedAt == closed && d.RevisionId != null)
            .GroupBy(d => new { d.ETag, d.SizeBytes, d.MediaType }).Select(g => new { g.Key, Count = g.Count() });
        return came.Join(went, one => one.Key, one => one.Key, (one, other) => one.Count < other.Count ? one.Count : other.Count).SumAsync(cancellationToken);
    }

    /// <summary>Has the documents read that syncs held back. A sync that broke off leaves its own to the next.</summary>
    public async Task ReleaseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        while (await ReleaseSomeAsync(workspaceId, cancellationToken))
        {
        }
    }

    /// <summary>At most <see cref="AtOnce"/> documents as pieces of <see cref="WorkKinds.ExtractDocuments"/>; few of them are spread over as many jobs as there are.</summary>
    internal static IEnumerable<string> Pieces(IReadOnlyCollection<Document> documents) =>
        documents.Chunk(Math.Max(1, (documents.Count + JobsAtOnce - 1) / JobsAtOnce)).Select(batch => string.Join(',', batch.Select(d => d.Id)));

    private static bool IsAsStored(Document document, StoredObject stored) =>
        document.ETag == stored.ETag && document.SizeBytes == stored.SizeBytes && document.Status != DocumentStatus.Deleted;

    private Task<bool> ReleaseSomeAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var held = await db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Intake == DocumentIntake.Held)
                    .OrderBy(d => d.Id).Take(AtOnce).ToListAsync(cancellationToken);
                held.ForEach(d => d.Release());
                await db.SaveChangesAsync(cancellationToken);
                await work.AddAsync(db, WorkKinds.ExtractDocuments, Pieces(held), cancellationToken);
                return held.Count == AtOnce;
            },
            cancellationToken);
}
