using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>What one page of a listing, or a whole sync, changed.</summary>
public sealed record SyncCounts(int Found, int Added, int Changed, int Deleted)
{
    public static SyncCounts operator +(SyncCounts a, SyncCounts b) =>
        new(a.Found + b.Found, a.Added + b.Added, a.Changed + b.Changed, a.Deleted + b.Deleted);
}

/// <summary>Merges what a store lists into what is known, a page at a time.</summary>
public sealed class SyncRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>Documents that one job reads.</summary>
    public const int DocumentsPerJob = 16;

    private const int DocumentsPerRelease = 32 * DocumentsPerJob;

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
                var now = time.GetUtcNow();
                var keys = page.Select(o => o.Key).ToArray();
                var known = await db.Documents.Where(d => d.WorkspaceId == workspaceId && keys.Contains(d.Key)).ToDictionaryAsync(d => d.Key, cancellationToken);
                var added = page.Where(o => !known.ContainsKey(o.Key))
                    .Select(o => Document.Discover(workspaceId, o.Key, MediaTypes.OfName(o.Key), o.SizeBytes, o.ETag, DocumentIntake.Held, now)).ToList();
                db.AddRange(added);
                var changed = 0;
                foreach (var stored in page.Where(o => known.ContainsKey(o.Key)))
                {
                    var document = known[stored.Key];
                    if (document.ETag == stored.ETag && document.SizeBytes == stored.SizeBytes && document.Status != DocumentStatus.Deleted)
                    {
                        document.See(now);
                        continue;
                    }

                    document.Rediscover(MediaTypes.OfName(stored.Key), stored.SizeBytes, stored.ETag, DocumentIntake.Held, now);
                    changed++;
                }

                await db.SaveChangesAsync(cancellationToken);
                await db.TellAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                return new SyncCounts(page.Count, added.Count, changed, 0);
            },
            cancellationToken);

    /// <summary>Marks the documents that were not seen since the sync began as deleted.</summary>
    public Task<SyncCounts> CloseAsync(Guid workspaceId, DateTimeOffset began, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var now = time.GetUtcNow();
                var deleted = await db.Documents
                    .Where(d => d.WorkspaceId == workspaceId && d.SeenAt < began && d.Status != DocumentStatus.Deleted)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, DocumentStatus.Deleted).SetProperty(d => d.UpdatedAt, now), cancellationToken);
                await db.TellAsync(workspaceId, ChangeNote.Document, null, cancellationToken);
                return new SyncCounts(0, 0, 0, deleted);
            },
            cancellationToken);

    /// <summary>Has the documents read that syncs held back. A sync that broke off leaves its own to the next.</summary>
    public async Task ReleaseAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        while (await ReleaseSomeAsync(workspaceId, cancellationToken))
        {
        }
    }

    private Task<bool> ReleaseSomeAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(workspaceId, cancellationToken);
                var held = await db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Intake == DocumentIntake.Held)
                    .OrderBy(d => d.Id).Take(DocumentsPerRelease).ToListAsync(cancellationToken);
                held.ForEach(d => d.Release());
                await db.SaveChangesAsync(cancellationToken);
                var pieces = held.Chunk(DocumentsPerJob).Select(batch => string.Join(',', batch.Select(d => d.Id)));
                await work.AddAsync(db, WorkKinds.ExtractDocuments, pieces, cancellationToken);
                return held.Count == DocumentsPerRelease;
            },
            cancellationToken);
}
