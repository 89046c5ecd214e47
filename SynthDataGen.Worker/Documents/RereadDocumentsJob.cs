using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Queues many documents to be read again, so that who asks for it need not wait.</summary>
internal sealed class RereadDocumentsJob(RereadRecords records, JobContext job) : PieceJob(WorkKinds.RereadDocuments, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => records.QueueAsync(Reread.Parse(piece), cancellationToken);
}
