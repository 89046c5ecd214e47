using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Workspaces;

/// <summary>
/// Deletes a workspace. It disappears for everybody immediately, and its rows are deleted afterwards, some at a time. Dependent rows go
/// with them, by their foreign keys. The documents in its bucket stay, since they are not ours. Exports and benchmarks are ours
/// and go.
/// </summary>
public sealed class WorkspaceRemoval(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, ExportStore objects, TimeProvider time)
{
    private const int RowsAtOnce = 2_000;

    /// <summary>A document has up to thousands of chunks.</summary>
    private const int DocumentsAtOnce = 50;

    /// <summary>Hides the workspace, cancels its runs, ends its schedule and queues the rest; false where it is already deleted.</summary>
    public Task<bool> BeginAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                DateTimeOffset? now = time.GetUtcNow();
                var mine = await db.Workspaces.Where(w => w.Id == workspaceId && w.DeletedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.DeletedAt, now), cancellationToken);
                if (mine == 0)
                {
                    return false;
                }

                await db.Runs.Where(r => r.WorkspaceId == workspaceId && r.FinishedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RunState.Cancelled).SetProperty(r => r.FinishedAt, now), cancellationToken);
                await work.ScheduleAsync(db, WorkKinds.SyncWorkspace, workspaceId.ToString(), null, cancellationToken);
                await work.AddAsync(db, WorkKinds.DeleteWorkspace, [workspaceId.ToString()], cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Workspace, workspaceId, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Deletes the rows of a workspace that is marked as deleted. It can be interrupted and repeated.</summary>
    public async Task FinishAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.Id == workspaceId && w.DeletedAt != null, cancellationToken) is not { } workspace)
        {
            return;
        }

        await RemoveOursAsync(db, workspace, cancellationToken);

        var runs = db.Runs.Where(r => r.WorkspaceId == workspaceId);
        await DeleteAsync(db.Pairs.Where(p => p.WorkspaceId == workspaceId).OrderBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal), RowsAtOnce, cancellationToken);
        await DeleteAsync(db.RunItems.Where(i => runs.Any(r => r.Id == i.RunId)).OrderBy(i => i.RunId).ThenBy(i => i.Ordinal), RowsAtOnce, cancellationToken);
        await DeleteAsync(db.Documents.Where(d => d.WorkspaceId == workspaceId).OrderBy(d => d.Key), DocumentsAtOnce, cancellationToken);
        await db.PairTallies.Where(t => t.WorkspaceId == workspaceId).ExecuteDeleteAsync(cancellationToken);
        await db.FlagTallies.Where(t => t.WorkspaceId == workspaceId).ExecuteDeleteAsync(cancellationToken);
        await db.DecisionTallies.Where(t => t.WorkspaceId == workspaceId).ExecuteDeleteAsync(cancellationToken);
        await db.Workspaces.Where(w => w.Id == workspaceId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveOursAsync(SynthDataGenDb db, Workspace workspace, CancellationToken cancellationToken)
    {
        var exports = await db.Exports.Where(e => e.WorkspaceId == workspace.Id).Select(e => e.Id).ToListAsync(cancellationToken);
        var benchmarks = await db.Benchmarks.Where(b => b.WorkspaceId == workspace.Id).Select(b => b.Id).ToListAsync(cancellationToken);
        foreach (var prefix in exports.Select(id => StoreKeys.PrefixOf(id)).Concat(benchmarks.Select(StoreKeys.OfBenchmark)))
        {
            await objects.RemoveAsync(workspace.Bucket, prefix, cancellationToken);
        }

        // Last, so that a repeated removal finds them again.
        await db.Exports.Where(e => e.WorkspaceId == workspace.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task DeleteAsync<T>(IOrderedQueryable<T> rows, int atOnce, CancellationToken cancellationToken)
        where T : class
    {
        while (await rows.Take(atOnce).ExecuteDeleteAsync(cancellationToken) > 0)
        {
        }
    }
}
