using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Takes a run that stopped up again where it stopped.</summary>
internal static class RunResumption
{
    /// <summary>Hands out what is pending, and what is to be judged. The run is locked by the caller's transaction, so that of two who resume at once only one does.</summary>
    public static async Task GoOnAsync(this SynthDataGenDb db, WorkQueue work, Run run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pending = await db.RunItems.Where(i => i.RunId == run.Id && (i.State == RunItemState.Pending || i.ToJudge))
            .OrderBy(i => i.Ordinal).Select(i => i.Ordinal).ToListAsync(cancellationToken);
        var planned = pending.Count > 0 || await db.RunItems.AnyAsync(i => i.RunId == run.Id, cancellationToken);
        run.Resumptions++;
        (run.PauseReason, run.ResumesAt) = (null, null);
        (run.State, run.FinishedAt) = (planned ? RunState.Running : RunState.Planned, null);
        await db.SaveChangesAsync(cancellationToken);
        if (planned && pending.Count == 0)
        {
            await RunEnding.EndAsync(db, work, run, now, cancellationToken); // Its last contexts may have ended after it was stopped.
        }
        else if (planned)
        {
            await work.AddAsync(db, WorkKinds.GeneratePairs, ContextBatch.Of(run.Id, run.Resumptions, pending).Select(b => b.ToString()), cancellationToken);
        }
        else
        {
            await work.AddAsync(db, WorkKinds.PlanRun, [run.Id.ToString()], cancellationToken);
        }

        await db.TellAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
    }
}
