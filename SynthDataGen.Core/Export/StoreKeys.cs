namespace SynthDataGen.Core.Export;

/// <summary>
/// The keys of what we put into a workspace's bucket beside its documents. They hold an id, so that a folder of the same name in which
/// somebody keeps documents is theirs.
/// </summary>
public static class StoreKeys
{
    private const string Exports = "exports/";
    private const string Benchmarks = "benchmarks/";
    private const int IdLength = 36;

    /// <summary>What all keys of an export begin with.</summary>
    public static string PrefixOf(Guid export) => $"{Exports}{export}/";

    /// <summary>What the keys of one building of an export begin with.</summary>
    public static string PrefixOf(Guid export, int build) => $"{Exports}{export}/{build}/";

    /// <summary>The key of a file of an export.</summary>
    public static string Of(DatasetExport export, string file)
    {
        ArgumentNullException.ThrowIfNull(export);
        return PrefixOf(export.Id, export.Build) + file;
    }

    /// <summary>The key of a benchmark.</summary>
    public static string OfBenchmark(Guid id) => $"{Benchmarks}{id}/texts";

    /// <summary>Whether an object is ours, and so no document.</summary>
    public static bool Hold(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsBelow(Exports, key) || IsBelow(Benchmarks, key);
    }

    private static bool IsBelow(string folder, string key) =>
        key.Length > folder.Length + IdLength
        && key.StartsWith(folder, StringComparison.Ordinal)
        && key[folder.Length + IdLength] == '/'
        && Guid.TryParseExact(key.AsSpan(folder.Length, IdLength), "D", out _);
}
