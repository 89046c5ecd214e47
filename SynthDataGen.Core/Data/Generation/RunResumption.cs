using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Resumes a run where it stopped.</summary>
internal static class RunResumption
{
    /// <summary>Queues what is pending or unjudged. The caller's transaction locks the run, so that of two simultaneous calls only one resumes it.</summary>
    public static async Task ResumeAsync(this SynthDataGenDb db, WorkQueue work, Run run, DateTimeOffset now, CancellationToken cancellationToken)
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
            await RunEnding.EndAsync(db, work, run, now, cancellationToken); // Its last contexts may have ended after it stopped.
        }
        else if (planned)
        {
            await work.AddAsync(db, WorkKinds.GeneratePairs, ContextBatch.Of(run.Id, run.Resumptions, pending).Select(b => b.ToString()), cancellationToken);
        }
        else
        {
            await work.AddAsync(db, WorkKinds.PlanRun, [run.Id.ToString()], cancellationToken);
        }

        await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
    }
}
