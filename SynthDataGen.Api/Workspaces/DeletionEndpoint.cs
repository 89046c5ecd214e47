using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Deleting a workspace.</summary>
internal static class DeletionEndpoint
{
    public static void MapDeletion(this RouteGroupBuilder workspace) => workspace.MapDelete("/", DeleteAsync);

    private static async Task<Results<Accepted, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, WorkspaceRemoval removal, CancellationToken cancellationToken)
    {
        if (workspace.Value.Name == Core.Workspaces.Workspace.DefaultName)
        {
            return Problems.Conflict("default-workspace", "This is the workspace that people sign in to; it can't be deleted.");
        }

        await removal.BeginAsync(workspace.Id, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
