using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Locks on a workspace or a document; they end with the transaction that takes them.</summary>
internal static class Locks
{
    private const long Keys = 1;
    private const long Sync = 2;
    private const long Clusters = 3;
    private const long Leases = 4;

    /// <summary>Under this lock documents get, change and lose their keys: a key is never given out twice.</summary>
    public static Task LockKeysAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Keys, cancellationToken);

    /// <summary>Under this lock pairs join clusters: a first is seen by whoever comes after it.</summary>
    public static Task LockClustersAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Clusters, cancellationToken);

    /// <summary>Under this lock pairs are leased: nobody gets what somebody else has just got.</summary>
    public static Task LockLeasesAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        LockAsync(db, workspaceId, Leases, cancellationToken);

    /// <summary>Under this lock a sync runs; waits as long as another one does.</summary>
    public static Task LockSyncAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        return LockAsync(db, workspaceId, Sync, cancellationToken);
    }

    /// <summary>Takes the lock of <see cref="LockSyncAsync"/>; false where another sync runs.</summary>
    public static Task<bool> TryLockSyncAsync(this SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock(hashtextextended({workspaceId.ToString()}, {Sync})) AS "Value" """)
            .SingleAsync(cancellationToken);

    private static Task<int> LockAsync(SynthDataGenDb db, Guid workspaceId, long purpose, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({workspaceId.ToString()}, {purpose}))", cancellationToken);

    /// <summary>One document, for this transaction alone to change; null where it is gone: it was recognized as another one's new key.</summary>
    public static Task<Document?> LockDocumentAsync(this SynthDataGenDb db, Guid id, CancellationToken cancellationToken) =>
        db.Documents.FromSql($"SELECT * FROM documents WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
}
