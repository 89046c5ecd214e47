using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Plans a run and schedules its work.</summary>
internal sealed class PlanRunJob(PlanRecords records, RunPlanner planner, JobContext job) : PieceJob(WorkKinds.PlanRun, job)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        if (await records.FindPlannedAsync(Guid.Parse(piece), cancellationToken) is { } run)
        {
            await records.SaveAsync(run, (await planner.PlanAsync(run, cancellationToken)).Contexts, cancellationToken);
        }
    }
}
