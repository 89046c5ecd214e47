namespace SynthDataGen.Core.Workspaces;

/// <summary>Which objects of the bucket belong to the workspace, and when it is synced by itself.</summary>
public sealed record SyncSettings
{
    public const int MaxPatterns = 50;
    public const int MaxPatternLength = 200;

    /// <summary>What keys begin with, ending in a slash; empty: the whole bucket.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>A key must match one of these patterns; if there are none, every key matches.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>A key must match none of these patterns.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>When to sync, as five fields of cron in UTC; null: only when somebody asks for it.</summary>
    public string? Cron { get; init; }
}
