using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Workspaces;

/// <summary>Decides which objects of a bucket belong to the workspace, for syncs and uploads alike.</summary>
public sealed class Scope(SyncSettings settings)
{
    private readonly List<KeyPattern> include = [.. settings.Include.Select(pattern => new KeyPattern(pattern))];
    private readonly List<KeyPattern> exclude = [.. settings.Exclude.Select(pattern => new KeyPattern(pattern))];

    public string Prefix => settings.Prefix;

    /// <summary>Whether the object with this key belongs to it; folder placeholders never do.</summary>
    public bool Holds(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal)
        && !key.EndsWith('/')
        && !StoreKeys.Hold(key)
        && !key.Contains('\0', StringComparison.Ordinal) // The database cannot hold such a key.
        && (include.Count == 0 || include.Exists(pattern => pattern.Fits(key)))
        && !exclude.Exists(pattern => pattern.Fits(key));
}
