namespace SynthDataGen.Core.Generation.Checks.Duplicates;

/// <summary>Hashes that are the same in every process, because the database keeps them. FNV-1a over UTF-16, finished as in SplitMix64.</summary>
internal static class StableHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mix(hash);
    }

    /// <summary>Spreads every bit over all others (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
