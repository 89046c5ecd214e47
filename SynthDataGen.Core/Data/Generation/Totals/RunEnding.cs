using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation.Totals;

/// <summary>Ends runs with no contexts left, unless a further round may yield what is missing from an exact total.</summary>
public sealed class RunEnding(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>Ends the run once no context is pending and no pair is left to judge.</summary>
    public Task CloseAsync(Guid runId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                // The caller that ends the last context checks afterwards and finds none pending, so the others need no lock.
                if (await IsPendingAsync(db, runId, cancellationToken) || await LockAsync(db, runId, cancellationToken) is not { State: RunState.Running } run)
                {
                    return;
                }

                // A failed context may have been retried before the lock was taken.
                if (!await IsPendingAsync(db, runId, cancellationToken))
                {
                    await EndAsync(db, work, run, time.GetUtcNow(), cancellationToken);
                    await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>Locks a run for the rest of the transaction; null where it is gone.</summary>
    internal static Task<Run?> LockAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.Runs.FromSql($"SELECT * FROM runs WHERE id = {runId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether anything is left to ask or to judge.</summary>
    internal static Task<bool> IsPendingAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.RunItems.AnyAsync(i => i.RunId == runId && (i.State == RunItemState.Pending || i.ToJudge), cancellationToken);

    /// <summary>Pairs missing from an exact total, not counting those requested from pending contexts; 0: none, or there is no exact total.</summary>
    internal static async Task<int> CountMissingAsync(SynthDataGenDb db, Run run, CancellationToken cancellationToken)
    {
        if (run is not { Exactly: true, MaxPairs: { } total })
        {
            return 0;
        }

        var pairs = await db.Pairs.CountAsync(p => p.RunId == run.Id, cancellationToken);
        var asked = await db.RunItems.Where(i => i.RunId == run.Id && i.State == RunItemState.Pending).SumAsync(i => i.Pairs, cancellationToken);
        return Math.Max(0, total - pairs - asked);
    }

    /// <summary>Ends a run that the caller has locked and that has nothing pending, or schedules its next round.</summary>
    internal static async Task EndAsync(SynthDataGenDb db, WorkQueue work, Run run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var missing = await CountMissingAsync(db, run, cancellationToken);
        var items = db.RunItems.Where(i => i.RunId == run.Id);
        if (missing > 0 && run.TopUpsLeft > 0 && await items.AnyAsync(i => i.State == RunItemState.Succeeded, cancellationToken))
        {
            (run.State, run.FinishedAt) = (RunState.Running, null);
            await db.SaveChangesAsync(cancellationToken);
            await work.AddAsync(db, WorkKinds.TopUpRun, [new TopUpRound(run.Id, run.TopUps + 1).ToString()], cancellationToken);
            return;
        }

        var failed = missing > 0 || await items.AnyAsync(i => i.State == RunItemState.Failed, cancellationToken);
        (run.State, run.FinishedAt) = (failed ? RunState.FinishedWithFailures : RunState.Finished, now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
