using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Goes on with the runs that a failing generator paused, when it is time to try it again.</summary>
internal sealed class ResumeRunsJob(RunPauses pauses, JobContext job) : PieceJob(WorkKinds.ResumeRuns, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => pauses.ResumeAsync(Guid.Parse(piece), cancellationToken);
}
