using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Review;

/// <summary>Brings a large bulk decision, or its undoing, to its end.</summary>
internal sealed class DecideInBulkJob(BulkRecords records, JobContext job) : PieceJob(WorkKinds.DecideInBulk, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => records.FinishAsync(Guid.Parse(piece), cancellationToken);
}
