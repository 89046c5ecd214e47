using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Workspaces;

/// <summary>What one team owns: documents, recipes, runs, pairs. Nothing crosses a workspace.</summary>
public sealed partial class Workspace
{
    public const string DefaultName = "default";
    public const int MaxNameLength = 40;
    public const int MaxTitleLength = 100;

    public Guid Id { get; init; }

    /// <summary>Its short name, as in addresses.</summary>
    public required string Name { get; init; }
    public required string Title { get; set; }

    /// <summary>The bucket that holds its documents.</summary>
    public required string Bucket { get; init; }
    public SyncSettings Sync { get; set; } = new();
    public ReadingSettings Reading { get; set; } = new();
    public ReviewSettings Review { get; set; } = new();
    /// <summary>Exports requested so far; the next one gets the next number.</summary>
    public int ExportsMade { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When somebody deleted it: from then on nobody sees it, and the workers remove its rows.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public void Delete(DateTimeOffset now) => DeletedAt = now;

    /// <summary>Whether this can be a short name: 1–40 lower-case letters, digits and dashes, starting with a letter and not ending with a dash.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>The bucket of a workspace that names none.</summary>
    public static string BucketFor(string name) => name == DefaultName ? "documents" : $"documents-{name}";

    [GeneratedRegex(@"^[a-z]([a-z0-9-]{0,38}[a-z0-9])?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
