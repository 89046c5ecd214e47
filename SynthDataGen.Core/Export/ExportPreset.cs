namespace SynthDataGen.Core.Export;

/// <summary>Settings of an export under a name.</summary>
public sealed class ExportPreset
{
    public const int MaxNameLength = 100;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string Name { get; init; }
    public required ExportSettings Settings { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
