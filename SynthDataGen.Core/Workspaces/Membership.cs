namespace SynthDataGen.Core.Workspaces;

/// <summary>A person in a workspace. It stays when the person is removed, so that they are recognised if added again.</summary>
public sealed class Membership
{
    public const int MaxContactLength = 200;

    public Guid WorkspaceId { get; init; }
    public Guid PersonId { get; init; }
    public MemberRole Role { get; set; }

    /// <summary>How others in the workspace can reach them, in their own words; shown, never used.</summary>
    public string? Contact { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they were removed from the workspace; null for members.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>What a member may do in a workspace; each role includes those before it.</summary>
public enum MemberRole
{
    /// <summary>Reads everything and decides on pairs.</summary>
    Reviewer,

    /// <summary>Creates documents, recipes, generators, runs and exports.</summary>
    Editor,

    /// <summary>Changes members and settings; deletes exports and the workspace.</summary>
    Administrator,
}
