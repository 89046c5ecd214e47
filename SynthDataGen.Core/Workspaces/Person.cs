namespace SynthDataGen.Core.Workspaces;

/// <summary>Somebody who signs in; decisions carry the name, so it never changes and is never given to another.</summary>
public sealed class Person
{
    /// <summary>The person who started the system: an administrator of every workspace.</summary>
    public const string AdministratorName = "administrator";

    public Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary><see cref="DisplayName.KeyOf"/> the name: unique among all people.</summary>
    public required string NameKey { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>A person of this name, which is tidy already.</summary>
    public static Person Named(string name, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Name = name, NameKey = DisplayName.KeyOf(name), CreatedAt = now };
}
