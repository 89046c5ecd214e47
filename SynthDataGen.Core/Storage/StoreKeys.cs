namespace SynthDataGen.Core.Storage;

/// <summary>
/// The keys of our own objects in a workspace's bucket. They contain an id, so that somebody's folder of the same name
/// is still read for documents.
/// </summary>
public static class StoreKeys
{
    private const string Exports = "exports/";
    private const string Benchmarks = "benchmarks/";
    private const int IdLength = 36;

    /// <summary>The prefix of all keys of an export.</summary>
    public static string PrefixOf(Guid export) => $"{Exports}{export}/";

    /// <summary>The prefix of the keys of one build of an export.</summary>
    public static string PrefixOf(Guid export, int build) => $"{Exports}{export}/{build}/";

    /// <summary>The key of a file of an export.</summary>
    public static string OfFile(Guid export, int build, string file) => PrefixOf(export, build) + file;

    /// <summary>The key of a benchmark.</summary>
    public static string OfBenchmark(Guid id) => $"{Benchmarks}{id}/texts";

    /// <summary>Whether an object is ours and therefore no document.</summary>
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
