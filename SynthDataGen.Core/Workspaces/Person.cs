namespace SynthDataGen.Core.Workspaces;

/// <summary>Somebody who signs in; decisions carry the name.</summary>
public sealed class Person
{
    public const string AdministratorName = "administrator";

    public Guid Id { get; init; }
    public required string Name { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
