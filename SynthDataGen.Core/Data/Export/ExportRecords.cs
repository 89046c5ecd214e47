using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Exports as people ask for them.</summary>
public sealed class ExportRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>Has an export built, under the workspace's next number.</summary>
    public Task<DatasetExport> StartAsync(Workspace workspace, ExportSettings settings, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return factory.InTransactionAsync(
            async db =>
            {
                // Its row stays locked to the end, so that numbers go up with the ids.
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

    /// <summary>A workspace's exports, the newest first.</summary>
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

    /// <summary>The questions of pairs as they stand now; those that are gone have none.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ListQuestionsAsync(Guid workspaceId, IReadOnlyCollection<Guid> pairs, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Pairs.Where(p => p.WorkspaceId == workspaceId && pairs.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Question, cancellationToken);
    }

    /// <summary>Ends the building of an export; its worker notices within two seconds. One that has ended stays as it is; null where there is none.</summary>
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

    /// <summary>Builds an export again that failed or was cancelled. Any other one stays as it is; null where there is none.</summary>
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

    /// <summary>Deletes an export, and has its objects taken out of the store; false where there is none.</summary>
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
        await db.TellAsync(export.WorkspaceId, ChangeNote.Export, export.Id, cancellationToken);
    }

    /// <summary>An export, for this transaction alone to change; null where there is none.</summary>
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
