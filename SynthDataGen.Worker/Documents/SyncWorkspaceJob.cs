using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Documents;

/// <summary>Syncs a workspace by its schedule, unless a sync of it runs already.</summary>
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
