using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>The person who is signed in, and clients for the workspace they are in. Pages get it as a cascading value.</summary>
/// <param name="Client">The Api on the person's behalf.</param>
/// <param name="Workspace">The workspace they are in.</param>
/// <param name="Streams">The same workspace without a time limit, for uploads, downloads and events.</param>
/// <param name="Person">Their name.</param>
public sealed record SignedIn(SynthDataGenClient Client, WorkspaceClient Workspace, WorkspaceClient Streams, string Person)
{
    /// <summary>What they may do in the workspace.</summary>
    public May May { get; init; } = May.Look;
}
