using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>Deleting a workspace.</summary>
internal static class DeletionEndpoint
{
    public static void MapDeletion(this RouteGroupBuilder workspace) => workspace.MapDelete("/", DeleteAsync);

    private static async Task<Results<Accepted, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, WorkspaceRemoval removal, CancellationToken cancellationToken)
    {
        if (caller.Name() != Person.AdministratorName)
        {
            return Problems.Forbidden("administrators-only", "Only an administrator can delete a workspace.");
        }

        if (workspace.Value.Name == Workspace.DefaultName)
        {
            return Problems.Conflict("default-workspace", "This is the workspace that people come to when they sign in; it cannot be deleted.");
        }

        await removal.BeginAsync(workspace.Id, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}
