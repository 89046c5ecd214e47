using System.Reflection;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>The workspace that the address names; handlers take it as a parameter.</summary>
internal sealed record CurrentWorkspace(Workspace Value)
{
    public Guid Id => Value.Id;

    /// <summary>Hands the group's filter's find to the handler.</summary>
    public static ValueTask<CurrentWorkspace?> BindAsync(HttpContext context, ParameterInfo parameter) => FindAsync(context);

    private static async ValueTask<CurrentWorkspace?> FindAsync(HttpContext context)
    {
        var name = context.GetRouteValue("ws") as string ?? "";
        var workspaces = context.RequestServices.GetRequiredService<WorkspaceRecords>();
        return await workspaces.FindAsync(name, context.RequestAborted) is { } workspace ? new(workspace) : null;
    }
}

/// <summary>Says once for all calls under <c>/workspaces/{ws}</c> what an unknown workspace is answered with.</summary>
internal static class InWorkspaceExtensions
{
    public static RouteGroupBuilder InWorkspace(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
            context.Arguments.OfType<CurrentWorkspace>().Any()
                ? await next(context)
                : Problems.NotFound("workspace-not-found", $"There is no workspace \"{context.HttpContext.GetRouteValue("ws")}\"."));
        return group;
    }
}
