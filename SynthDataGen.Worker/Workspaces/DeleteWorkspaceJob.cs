using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Workspaces;

/// <summary>Takes away what a deleted workspace left behind.</summary>
internal sealed class DeleteWorkspaceJob(WorkspaceRemoval removal, JobContext job) : PieceJob(WorkKinds.DeleteWorkspace, job)
{
    protected override Task DoAsync(string piece, CancellationToken cancellationToken) => removal.FinishAsync(Guid.Parse(piece), cancellationToken);
}
