namespace SynthDataGen.Core.Workspaces;

/// <summary>A person in a workspace. It stays when the person is removed, so that they can be added again and be known as the same.</summary>
public sealed class Membership
{
    public const int MaxContactLength = 200;

    public Guid WorkspaceId { get; init; }
    public Guid PersonId { get; init; }
    public MemberRole Role { get; set; }

    /// <summary>How the others of the workspace reach them, as they wish to have it; shown, never used.</summary>
    public string? Contact { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they were taken out of the workspace; null: they are in it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
