using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Access;

/// <summary>
/// The one place that keeps people out, before a call is read any further. Non-members of a workspace get the same answer as if it did not
/// exist; members whose role is too low are told which role they need. An endpoint that states no role is for administrators.
/// </summary>
internal static class RoleCheck
{
    public static void UseRoleCheck(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (await RefusalAsync(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    /// <summary>The answer to a caller whose role is too low.</summary>
    public static ProblemHttpResult NotAllowed(string sentence) => Problems.Forbidden("not-allowed", sentence);

    private static async Task<ProblemHttpResult?> RefusalAsync(HttpContext context)
    {
        var least = context.GetEndpoint()?.Metadata.GetMetadata<LeastRole>()?.Role;
        return context.GetRouteValue("ws") is string name
            ? await InWorkspaceAsync(context, name, least ?? MemberRole.Administrator)
            : least is null || context.User.Caller() is { IsAdministrator: true, WorkspaceId: null }
                ? null
                : NotAllowed("Only the system administrator may do this.");
    }

    private static async Task<ProblemHttpResult?> InWorkspaceAsync(HttpContext context, string name, MemberRole least)
    {
        var standings = context.RequestServices.GetRequiredService<StandingRecords>();
        if (await standings.FindAsync(context.User.Caller(), name, context.RequestAborted) is not { } standing)
        {
            return Problems.NotFound("workspace-not-found", $"You have no workspace named \"{name}\".");
        }

        context.Features.Set(new CurrentWorkspace(standing));
        return standing.Role >= least
            ? null
            : NotAllowed($"This requires {AtLeast(least)} of the workspace; you are {Article(standing.Role)}. Its administrators can change your role.");
    }

    private static string AtLeast(MemberRole role) => role == MemberRole.Editor ? "an editor or an administrator" : Article(role);

    private static string Article(MemberRole role) => role == MemberRole.Reviewer ? "a reviewer" : $"an {role.ToWire()}";
}
