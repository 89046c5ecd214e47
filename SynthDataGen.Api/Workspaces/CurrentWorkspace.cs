using Microsoft.AspNetCore.Http.Features;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>The workspace that the address names, and what the caller is in it; handlers take it as a parameter.</summary>
internal sealed class CurrentWorkspace(Standing standing)
{
    public Core.Workspaces.Workspace Value => standing.Workspace;

    public Guid Id => Value.Id;

    public MemberRole Role => standing.Role;

    public static ValueTask<CurrentWorkspace> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.GetRequiredFeature<CurrentWorkspace>());
}
