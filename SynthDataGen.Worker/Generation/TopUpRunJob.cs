using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Plans a further round of a run that is short of its exact total, and schedules its work.</summary>
internal sealed class TopUpRunJob(TopUpRecords records, TopUpPlanner planner, JobContext job) : PieceJob(WorkKinds.TopUpRun, job)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        var round = TopUpRound.Parse(piece);
        if (await records.FindAsync(round, cancellationToken) is { } open)
        {
            await records.SaveAsync(round, await planner.PlanAsync(open, cancellationToken), cancellationToken);
        }
    }
}
