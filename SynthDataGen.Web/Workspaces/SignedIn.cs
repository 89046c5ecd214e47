using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Who is signed in, and the way to the workspace they are in. Pages get it as a cascading value.</summary>
/// <param name="Client">The Api, on the person's behalf.</param>
/// <param name="Workspace">The workspace they are in.</param>
/// <param name="Streams">The same for uploads, downloads and events, which take as long as they take.</param>
/// <param name="Person">Their name.</param>
public sealed record SignedIn(SynthDataGenClient Client, WorkspaceClient Workspace, WorkspaceClient Streams, string Person)
{
    /// <summary>What they may do in the workspace.</summary>
    public May May { get; init; } = May.Look;
}
