using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SynthDataGen.Core.Export.Formats.Comprehension;

/// <summary>Draws that are the same for the same seed and pair, on every machine and in every version: SplitMix64 (Steele, Lea and Flood 2014) begun from a SHA-256 of both.</summary>
internal sealed class PairDraw
{
    private ulong state;

    public PairDraw(int seed, Guid pair)
    {
        Span<byte> key = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(key, seed);
        pair.TryWriteBytes(key[4..], bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        state = BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>A number from 0 to below a bound.</summary>
    public int Next(int below) => (int)Math.BigMul(Next(), (ulong)below, out _);

    /// <summary>Shuffles a list in place (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
