namespace SynthDataGen.Core.Generation;

/// <summary>A named set of recipe settings in a workspace.</summary>
public sealed class Recipe
{
    public const string DefaultName = "default";
    public const int MaxNameLength = 100;

    public Guid Id { get; init; }
    public Guid WorkspaceId { get; init; }
    public required string Name { get; set; }
    public RecipeSettings Settings { get; set; } = new();
    public Guid? GeneratorId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
