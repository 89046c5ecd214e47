using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Reads some documents, as many at the same time as there are slots; each fails alone.</summary>
internal sealed class ExtractDocumentsJob(DocumentReading reading, ReadingSlots slots, JobContext job) : PieceJob(WorkKinds.ExtractDocuments, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) =>
        Task.WhenAll(piece.Split(',').Select(Guid.Parse).Select(id => slots.UseAsync(() => reading.ReadAsync(id, cancellationToken), cancellationToken)));
}

/// <summary>Queues many documents to be read again, so that the caller need not wait.</summary>
internal sealed class RereadDocumentsJob(RereadRecords records, JobContext job) : PieceJob(WorkKinds.RereadDocuments, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => records.QueueAsync(Reread.Parse(piece), cancellationToken);
}

/// <summary>Syncs a workspace by its schedule, unless a sync is already running.</summary>
internal sealed class SyncWorkspaceJob(WorkspaceRecords workspaces, StoreSync sync, JobContext job) : PieceJob(WorkKinds.SyncWorkspace, job)
{
    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        if (await workspaces.FindAsync(Guid.Parse(piece), cancellationToken) is { } workspace)
        {
            await sync.TryRunAsync(workspace, cancellationToken);
        }
    }
}
