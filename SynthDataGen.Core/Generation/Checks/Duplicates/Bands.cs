using System.Buffers.Binary;

namespace SynthDataGen.Core.Generation.Checks.Duplicates;

/// <summary>
/// Keys that similarly worded pairs share: MinHash signatures cut into bands (Leskovec, Rajaraman, Ullman: "Mining of
/// Massive Datasets", chapter 3). Of 128 permutations 21 bands of 6 are made: two pairs that are 0.7 alike share a key in 93 of
/// 100 cases, at 0.8 in 99.8, at 0.1 in one of 50,000. Pairs with other figures are never alike, so they never meet under these: else
/// each row of a long table would be compared with all others. One more key is the question itself.
/// </summary>
internal static class Bands
{
    private const int Count = 21;
    private const int Rows = 6;

    private static readonly ulong[] Seeds = [.. Enumerable.Range(1, Count * Rows).Select(i => StableHash.Mix((ulong)i * 0x9E3779B97F4A7C15))];

    /// <summary>The keys of a pair; they differ between workspaces.</summary>
    public static int[] Of(Guid workspaceId, Wording wording)
    {
        var salt = Salt(workspaceId);
        var figures = wording.Figures.Aggregate(0UL, (sum, figure) => sum + StableHash.Of(figure));
        var signature = Signature(wording);
        var keys = Enumerable.Range(0, Count).Select(band => Key(salt + figures + (ulong)band, signature.AsSpan(band * Rows, Rows)));
        return [.. keys.Append((int)StableHash.Mix(salt ^ StableHash.Of(wording.Question)))];
    }

    /// <summary>The lowest hash of all shingles under each permutation.</summary>
    private static ulong[] Signature(Wording wording)
    {
        var least = new ulong[Seeds.Length];
        Array.Fill(least, ulong.MaxValue);
        foreach (var shingle in wording.Shingles)
        {
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], StableHash.Mix(shingle ^ Seeds[i]));
            }
        }

        return least;
    }

    private static int Key(ulong salt, ReadOnlySpan<ulong> rows)
    {
        var key = salt;
        foreach (var row in rows)
        {
            key = StableHash.Mix(key ^ row);
        }

        return (int)key;
    }

    private static ulong Salt(Guid workspaceId)
    {
        Span<byte> bytes = stackalloc byte[16];
        workspaceId.TryWriteBytes(bytes);
        return StableHash.Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ StableHash.Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])));
    }
}
