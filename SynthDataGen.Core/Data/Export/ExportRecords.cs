using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Starts, lists, cancels and deletes exports.</summary>
public sealed class ExportRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>Queues a new export under the workspace's next number.</summary>
    public Task<DatasetExport> StartAsync(Workspace workspace, ExportSettings settings, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return factory.InTransactionAsync(
            async db =>
            {
                // Its row stays locked until the end, so that numbers increase with the ids.
                await db.Workspaces.Where(w => w.Id == workspace.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.ExportsMade, w => w.ExportsMade + 1), cancellationToken);
                var number = await db.Workspaces.Where(w => w.Id == workspace.Id).Select(w => w.ExportsMade).SingleAsync(cancellationToken);
                var now = time.GetUtcNow();
                var export = new DatasetExport { Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Number = number, Settings = settings, CreatedBy = by, CreatedAt = now };
                db.Add(export);
                await SaveAsync(db, export, cancellationToken);
                await work.AddAsync(db, WorkKinds.BuildExport, [new ExportPiece(export.Id, workspace.Bucket).ToString()], cancellationToken);
                return export;
            },
            cancellationToken);
    }

    /// <summary>A workspace's exports, newest first.</summary>
    public async Task<IReadOnlyList<DatasetExport>> ListAsync(Guid workspaceId, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Exports.AsNoTracking().Where(e => e.WorkspaceId == workspaceId && (after == null || e.Id < after))
            .OrderByDescending(e => e.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<DatasetExport?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Exports.AsNoTracking().SingleOrDefaultAsync(e => e.WorkspaceId == workspaceId && e.Id == id, cancellationToken);
    }

    /// <summary>The current questions of pairs; deleted pairs are missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ListQuestionsAsync(Guid workspaceId, IReadOnlyCollection<Guid> pairs, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Pairs.Where(p => p.WorkspaceId == workspaceId && pairs.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Question, cancellationToken);
    }

    /// <summary>Cancels an export; its worker notices within two seconds. A finished export stays as it is; null: there is no such export.</summary>
    public Task<DatasetExport?> CancelAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(
            workspaceId,
            id,
            async (db, export) =>
            {
                if (export.IsOpen)
                {
                    export.Cancel(time.GetUtcNow());
                    await SaveAsync(db, export, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Queues a failed or cancelled export again. Any other export stays as it is; null: there is no such export.</summary>
    public Task<DatasetExport?> RetryAsync(Workspace workspace, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return ChangeAsync(
            workspace.Id,
            id,
            async (db, export) =>
            {
                if (export.State is ExportState.Failed or ExportState.Cancelled)
                {
                    export.Queue();
                    await SaveAsync(db, export, cancellationToken);
                    await work.AddAsync(db, WorkKinds.BuildExport, [new ExportPiece(id, workspace.Bucket).ToString()], cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Deletes an export and queues the removal of its objects from the store; false: there is no such export.</summary>
    public async Task<bool> DeleteAsync(Workspace workspace, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var deleted = await ChangeAsync(
            workspace.Id,
            id,
            async (db, export) =>
            {
                db.Remove(export);
                await SaveAsync(db, export, cancellationToken);
                await work.AddAsync(db, WorkKinds.BuildExport, [new ExportPiece(id, workspace.Bucket).ToString()], cancellationToken);
            },
            cancellationToken);
        return deleted is not null;
    }

    internal static async Task SaveAsync(SynthDataGenDb db, DatasetExport export, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.NotifyAsync(export.WorkspaceId, ChangeNote.Export, export.Id, cancellationToken);
    }

    /// <summary>Locks an export for this transaction; null: there is no such export.</summary>
    internal static Task<DatasetExport?> LockAsync(SynthDataGenDb db, Guid id, CancellationToken cancellationToken) =>
        db.Exports.FromSql($"SELECT * FROM exports WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);

    private Task<DatasetExport?> ChangeAsync(Guid workspaceId, Guid id, Func<SynthDataGenDb, DatasetExport, Task> change, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await LockAsync(db, id, cancellationToken) is not { } export || export.WorkspaceId != workspaceId)
                {
                    return null;
                }

                await change(db, export);
                return export;
            },
            cancellationToken);
}

/// <summary>A piece of <see cref="Work.WorkKinds.BuildExport"/>. It names the bucket, so that an export's objects can be found after its row is deleted.</summary>
public sealed record ExportPiece(Guid Id, string Bucket)
{
    public static ExportPiece Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 2);
        return new(Guid.Parse(parts[0]), parts[1]);
    }

    public override string ToString() => $"{Id}:{Bucket}";
}
