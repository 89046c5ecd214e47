using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Data;

/// <summary>Locks on a workspace or a document, held until the end of the transaction.</summary>
internal static class Locks
{
    private const long Keys = 1;
    private const long Sync = 2;
    private const long Clusters = 3;
    private const long Leases = 4;

    /// <summary>Guards the keys of documents, so that no key is given out twice.</summary>
    public static Task LockKeysAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Keys, cancellationToken);

    /// <summary>Guards the clusters of pairs, so that later pairs see the first of a cluster.</summary>
    public static Task LockClustersAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Clusters, cancellationToken);

    /// <summary>Guards leases, so that no pair is given to two people.</summary>
    public static Task LockLeasesAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Leases, cancellationToken);

    /// <summary>Held while a sync runs; waits for any other sync.</summary>
    public static Task LockSyncAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        return LockAsync(db, workspaceId, Sync, cancellationToken);
    }

    /// <summary>Takes the lock of <see cref="LockSyncAsync"/>; false if another sync is running.</summary>
    public static Task<bool> TryLockSyncAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({workspaceId.ToString()}, {Sync})) AS "Value" """)
            .SingleAsync(cancellationToken);

    private static Task<int> LockAsync(SynthDataGenDb db, Guid workspaceId, long purpose, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({workspaceId.ToString()}, {purpose}))", cancellationToken);

    /// <summary>Locks a document for this transaction to change; null where it is gone, because it was recognized as a renamed one.</summary>
    public static Task<Document?> LockDocumentAsync(this SynthDataGenDb db, Guid id, CancellationToken cancellationToken) =>
        db.Documents.FromSql($"SELECT * FROM documents WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
}
