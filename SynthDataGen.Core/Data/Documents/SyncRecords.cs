using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>What changed in one page of a listing, or in a whole sync.</summary>
public sealed record SyncCounts(int Found, int Added, int Changed, int Renamed, int Deleted)
{
    public static SyncCounts operator +(SyncCounts a, SyncCounts b) =>
        new(a.Found + b.Found, a.Added + b.Added, a.Changed + b.Changed, a.Renamed + b.Renamed, a.Deleted + b.Deleted);
}

/// <summary>Merges a store's listing into the known documents, a page at a time.</summary>
public sealed class SyncRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work)
{
    /// <summary>Documents queued in one transaction.</summary>
    internal const int AtOnce = JobsAtOnce * DocumentsPerJob;

    /// <summary>Most documents that one job reads.</summary>
    private const int DocumentsPerJob = 16;
    private const int JobsAtOnce = 32;

    /// <summary>Runs a sync once no other sync of the workspace is running.</summary>
    public Task<SyncCounts> RunExclusiveAsync(Guid workspaceId, Func<Task<SyncCounts>> sync, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockSyncAsync(workspaceId, cancellationToken);
                return await sync();
            },
            cancellationToken);

    /// <summary>Runs a sync unless another sync of the workspace is running; null if one is.</summary>
    public Task<SyncCounts?> TryRunExclusiveAsync(Guid workspaceId, Func<Task<SyncCounts>> sync, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db => await db.TryLockSyncAsync(workspaceId, cancellationToken) ? await sync() : null,
            cancellationToken);

    /// <summary>Adds new objects as documents, marks changed ones for reading and known ones as seen.</summary>
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
                await db.NotifyAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                return new SyncCounts(page.Count, added.Count, changed.Count, 0, 0);
            },
            cancellationToken);

    /// <summary>The time at which a sync begins, by the same clock as the times at which its documents are seen.</summary>
    public async Task<DateTimeOffset> BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.NowAsync(cancellationToken);
    }

    /// <summary>Marks documents not seen since the sync began as deleted, and counts how many of those were only renamed.</summary>
    public Task<SyncCounts> CloseAsync(Guid workspaceId, DateTimeOffset began, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var now = await db.NowAsync(cancellationToken);
                var deleted = await db.Documents
                    .Where(d => d.WorkspaceId == workspaceId && d.SeenAt < began && d.Status != DocumentStatus.Deleted)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DocumentStatus.Deleted).SetProperty(d => d.UpdatedAt, now), cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                var renamed = await CountRenamedAsync(db, workspaceId, began, now, cancellationToken);
                return new SyncCounts(0, -renamed, 0, renamed, deleted - renamed);
            },
            cancellationToken);

    /// <summary>
    /// How many objects that this sync found have the ETag and size of one that it found missing. This is only a count:
    /// the worker that reads the bytes decides which document they are.
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

    /// <summary>Queues the documents that syncs held back. The next sync also queues those of an interrupted one.</summary>
    public async Task ReleaseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        while (await ReleaseSomeAsync(workspaceId, cancellationToken))
        {
        }
    }

    /// <summary>At most <see cref="AtOnce"/> documents as pieces of <see cref="WorkKinds.ExtractDocuments"/>; a few documents get a job each.</summary>
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
