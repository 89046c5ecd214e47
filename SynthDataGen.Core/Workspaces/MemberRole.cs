namespace SynthDataGen.Core.Workspaces;

/// <summary>What a member may do in a workspace; each role may do what those before it may.</summary>
public enum MemberRole
{
    /// <summary>Reads all there is, and decides on pairs.</summary>
    Reviewer,

    /// <summary>Makes: documents, recipes, generators, runs, exports.</summary>
    Editor,

    /// <summary>Changes the workspace itself: its members, its settings; deletes exports and the workspace.</summary>
    Administrator,
}
