using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SynthDataGen.Core.Review.Second;

/// <summary>A person who decides, when, and under which rules.</summary>
/// <param name="By">The person.</param>
/// <param name="At">When.</param>
/// <param name="Share">The current share of pairs that need two decisions, 0–100 %.</param>
/// <param name="Settles">Whether they may adjudicate even if one opinion is their own, like editors and administrators.</param>
public sealed record Reviewer(string By, DateTimeOffset At, int Share = 0, bool Settles = false)
{
    /// <summary>
    /// Whether a pair is in the share. The same pairs are always in it, and a larger share includes those of a smaller one.
    /// It uses a hash, because ids begin with the time, and an id should not reveal whether a second review follows.
    /// </summary>
    public static bool NeedsSecond(Guid pairId, int share)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(pairId.ToByteArray(bigEndian: true), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % 100 < (ulong)share;
    }
}
