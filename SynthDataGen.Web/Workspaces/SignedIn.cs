using SynthDataGen.Client;

namespace SynthDataGen.Web.Workspaces;

/// <summary>Who is signed in, and the way to the workspace they are in. Pages get it as a cascading value.</summary>
public sealed record SignedIn(SynthDataGenClient Client, WorkspaceClient Workspace, string Person);
