using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A context that yielded no pairs, and the endpoint's last reply, word for word; null: there was none.</summary>
public sealed record FailedContext(RunItem Item, string DocumentKey, int Page, string? Reply);

/// <summary>The contexts of runs that yielded no pairs: to look at, and to ask about again.</summary>
public sealed class FailedContextRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>A run's failed contexts in the order of their documents, after the given ordinal.</summary>
    public async Task<IReadOnlyList<FailedContext>> ListAsync(Guid workspaceId, Guid runId, int? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await (
            from i in db.RunItems
            join r in db.Runs on i.RunId equals r.Id
            join d in db.Documents on i.DocumentId equals d.Id
            where r.WorkspaceId == workspaceId && r.Id == runId && i.State == RunItemState.Failed && i.Ordinal > (after ?? -1)
            orderby i.Ordinal
            select new FailedContext(
                i,
                d.Key,
                db.Chunks.Where(c => c.RevisionId == i.RevisionId && c.Ordinal == i.FirstChunk).Select(c => c.PageFrom).First(),
                i.FailureReply ?? db.ModelCalls.Where(c => c.RunItemId == i.Id).OrderByDescending(c => c.Id).Select(c => c.Content).FirstOrDefault()))
            .AsNoTracking().Take(limit).ToListAsync(cancellationToken);
    }

    public async Task<bool> RunExistsAsync(Guid workspaceId, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AnyAsync(r => r.WorkspaceId == workspaceId && r.Id == runId, cancellationToken);
    }

    public async Task<bool> ItemExistsAsync(Guid workspaceId, Guid runId, Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AnyAsync(i => i.Id == itemId && i.RunId == runId && db.Runs.Any(r => r.WorkspaceId == workspaceId && r.Id == runId), cancellationToken);
    }

    /// <summary>Asks about one failed context again; false where it has not failed, its run was cancelled, or the run's exact total leaves no room for it.</summary>
    public Task<bool> RetryAsync(Guid workspaceId, Guid runId, Guid itemId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                // Locked first, so that the run cannot end in the meantime.
                var run = await db.Runs.FromSql($"SELECT * FROM runs WHERE workspace_id = {workspaceId} AND id = {runId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
                var item = await db.RunItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId && i.RunId == runId, cancellationToken);
                if (run is null or { State: not (RunState.Running or RunState.FinishedWithFailures) } || item is not { State: RunItemState.Failed })
                {
                    return false;
                }

                if (run.Exactly && item.Pairs > await RunEnding.CountMissingAsync(db, run, cancellationToken))
                {
                    return false;
                }

                var now = time.GetUtcNow();
                await db.RunItems.Where(i => i.Id == itemId).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.State, RunItemState.Pending).SetProperty(i => i.Round, i => i.Round + 1).SetProperty(i => i.UpdatedAt, now), cancellationToken);
                (run.State, run.FinishedAt) = (RunState.Running, null);
                await db.SaveChangesAsync(cancellationToken);
                await work.AddAsync(db, WorkKinds.GeneratePairs, [new ContextBatch(runId, run.Resumptions, item.Ordinal, item.Ordinal).ToString()], cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Run, runId, cancellationToken);
                return true;
            },
            cancellationToken);
}
