namespace SynthDataGen.Core.Workspaces;

/// <summary>Which objects of the bucket belong to the workspace, and when it is synced by itself.</summary>
public sealed record SyncSettings
{
    public const int MaxPatterns = 50;
    public const int MaxPatternLength = 200;

    /// <summary>What keys begin with, ending in a slash; empty: the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Patterns of which a key has to fit one; none: every key does.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of which a key may fit none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>When to sync, as five fields of cron in UTC; null: only when somebody asks for it.</summary>
    public string? Cron { get; init; }
}
