using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SynthDataGen.Core.Review.Second;

/// <summary>Who decides, when, and under which rules.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Share">The share of pairs that needs two decisions at that moment, 0–100 %.</param>
/// <param name="Settles">Whether they may adjudicate between opinions of which one is their own: editors and administrators.</param>
public sealed record Reviewer(string By, DateTimeOffset At, int Share = 0, bool Settles = false)
{
    /// <summary>
    /// Whether a pair is in the share. The same pairs are in it whenever it is asked, and those of a smaller share in each larger one;
    /// a hash, for ids begin with the time and nobody is to see from an id who comes second.
    /// </summary>
    public static bool NeedsSecond(Guid pairId, int share)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(pairId.ToByteArray(bigEndian: true), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % 100 < (ulong)share;
    }
}
