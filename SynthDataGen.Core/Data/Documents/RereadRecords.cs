using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Which documents of a workspace to read again: those last read before a time, all of them or only those that failed with a code.</summary>
public sealed record Reread(Guid WorkspaceId, DateTimeOffset Before, string? Failure)
{
    public static Reread Parse(string text)
    {
        var parts = text.Split(':', 3);
        return new(Guid.Parse(parts[0]), new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[2].Length == 0 ? null : parts[2]);
    }

    public override string ToString() => $"{WorkspaceId}:{Before.UtcTicks}:{Failure}";
}

/// <summary>Has many documents read again, for example after a change of settings.</summary>
public sealed class RereadRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>Queues it and returns how many documents it covers: those that are ready or failed.</summary>
    /// <param name="workspaceId">Whose.</param>
    /// <param name="failure">Only those that failed with this code; null: all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<int> BeginAsync(Guid workspaceId, string? failure, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var reread = new Reread(workspaceId, time.GetUtcNow(), failure);
                var count = await Of(db, reread).CountAsync(cancellationToken);
                if (count > 0)
                {
                    await work.AddAsync(db, WorkKinds.RereadDocuments, [reread.ToString()], cancellationToken);
                }

                return count;
            },
            cancellationToken);

    /// <summary>Queues the documents themselves. It can be interrupted and repeated: queued documents are no longer ready.</summary>
    public async Task QueueAsync(Reread reread, CancellationToken cancellationToken)
    {
        while (await QueueSomeAsync(reread, cancellationToken))
        {
        }
    }

    private Task<bool> QueueSomeAsync(Reread reread, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockKeysAsync(reread.WorkspaceId, cancellationToken);
                var now = time.GetUtcNow();
                var documents = await Of(db, reread).OrderBy(d => d.Id).Take(SyncRecords.AtOnce).ToListAsync(cancellationToken);
                documents.ForEach(d => d.Retry(now));
                await db.SaveChangesAsync(cancellationToken);
                await work.AddAsync(db, WorkKinds.ExtractDocuments, SyncRecords.Pieces(documents), cancellationToken);
                await db.NotifyAsync(reread.WorkspaceId, ChangeNote.Document, null, cancellationToken);
                return documents.Count == SyncRecords.AtOnce;
            },
            cancellationToken);

    private static IQueryable<Document> Of(SynthDataGenDb db, Reread reread)
    {
        var documents = db.Documents.Where(d => d.WorkspaceId == reread.WorkspaceId && d.UpdatedAt <= reread.Before);
        return reread.Failure is { } code
            ? documents.Where(d => d.Status == DocumentStatus.Failed && d.FailureCode == code)
            : documents.Where(d => d.Status == DocumentStatus.Ready || d.Status == DocumentStatus.Failed);
    }
}
