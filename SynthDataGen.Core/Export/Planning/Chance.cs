using System.Buffers.Binary;
using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export.Planning;

/// <summary>Random numbers that are the same in every process for the same id and seed.</summary>
internal static class Chance
{
    private const double Step = 1.0 / (1UL << 53);

    /// <summary>From 0 up to, and without, 1; evenly distributed.</summary>
    public static double Of(Guid id, int seed) => (HashOf(id, seed) >> 11) * Step;

    public static ulong HashOf(Guid id, int seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var hash = StableHash.Mix(BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ StableHash.Mix((ulong)(uint)seed + 1));
        return StableHash.Mix(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) ^ hash);
    }
}
