using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>The workspace that the address names; handlers take it as a parameter.</summary>
internal sealed class CurrentWorkspace
{
    private readonly Workspace? workspace;

    private CurrentWorkspace(Workspace? workspace) => this.workspace = workspace;

    /// <summary>Whether there is such a workspace; handlers are reached only where there is.</summary>
    public bool IsKnown => workspace is not null;

    public Workspace Value => workspace ?? throw new InvalidOperationException("The address names no workspace.");

    public Guid Id => Value.Id;

    public static async ValueTask<CurrentWorkspace> BindAsync(HttpContext context)
    {
        var name = context.GetRouteValue("ws") as string ?? "";
        return new(await context.RequestServices.GetRequiredService<WorkspaceRecords>().FindAsync(name, context.RequestAborted));
    }
}

/// <summary>Says once for all calls under <c>/workspaces/{ws}</c> what an unknown workspace is answered with.</summary>
internal static class InWorkspaceExtensions
{
    public static RouteGroupBuilder InWorkspace(this RouteGroupBuilder group)
    {
        group.AddEndpointFilter(async (context, next) =>
            context.Arguments.OfType<CurrentWorkspace>().Single().IsKnown
                ? await next(context)
                : Problems.NotFound("workspace-not-found", $"There is no workspace \"{context.HttpContext.GetRouteValue("ws")}\"."));
        return group;
    }
}
