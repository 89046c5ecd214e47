using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Workspaces;

/// <summary>Tells which objects of a bucket belong to the workspace: the same for what is synced and for what is uploaded.</summary>
public sealed class Scope(SyncSettings settings)
{
    private readonly List<KeyPattern> include = [.. settings.Include.Select(pattern => new KeyPattern(pattern))];
    private readonly List<KeyPattern> exclude = [.. settings.Exclude.Select(pattern => new KeyPattern(pattern))];

    public string Prefix => settings.Prefix;

    /// <summary>Whether the object with this key is one; what stores keep in place of a folder never is.</summary>
    public bool Holds(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal)
        && !key.EndsWith('/')
        && !StoreKeys.Hold(key)
        && !key.Contains('\0', StringComparison.Ordinal) // The database cannot hold such a key.
        && (include.Count == 0 || include.Exists(pattern => pattern.Fits(key)))
        && !exclude.Exists(pattern => pattern.Fits(key));
}
