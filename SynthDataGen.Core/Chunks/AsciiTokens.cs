using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Finds where tokens start in ASCII text, 64 characters at a time with a bit for each. The rules are those of
/// <see cref="TokenEstimator"/>; this is only faster.
/// </summary>
internal static class AsciiTokens
{
    public const int Block = 64;

    /// <summary>
    /// Where tokens start in the first 64 characters, if one may start at the first of them; nothing from the first non-ASCII
    /// character on.
    /// </summary>
    public static ulong Starts(ReadOnlySpan<char> text, int lettersAToken, int digitsAToken)
    {
        var (letters, digits, spaces, others) = (0UL, 0UL, 0UL, 0UL);
        var characters = MemoryMarshal.Cast<char, ushort>(text[..Block]);
        for (var i = 0; i < Block; i += Vector256<ushort>.Count)
        {
            var some = Vector256.Create(characters[i..]);
            letters |= Bits(Between(some | Vector256.Create((ushort)0x20), 'a', 'z')) << i;
            digits |= Bits(Between(some, '0', '9')) << i;
            spaces |= Bits(Between(some, '\t', '\r') | Between(some, ' ', ' ')) << i;
            others |= Bits(Between(some, '\u0080', '\uFFFF')) << i;
        }
        var starts = Starts(letters, lettersAToken) | Starts(digits, digitsAToken) | ~(letters | digits | spaces);
        // All bits below the first non-ASCII character.
        return starts & ((others & (~others + 1)) - 1);
    }

    /// <summary>The first bit of every run, and every so many bits another one.</summary>
    private static ulong Starts(ulong runs, int every)
    {
        var starts = runs & ~(runs << 1);
        var longRuns = runs;
        for (var i = 1; i <= every; i++)
        {
            longRuns &= runs << i;
        }
        for (var more = (starts << every) & longRuns; more != 0; more = (more << every) & longRuns)
        {
            starts |= more;
        }
        return starts;
    }

    private static Vector256<ushort> Between(Vector256<ushort> characters, char first, char last) =>
        Vector256.LessThanOrEqual(characters - Vector256.Create((ushort)first), Vector256.Create((ushort)(last - first)));

    private static ulong Bits(Vector256<ushort> lanes) => lanes.ExtractMostSignificantBits();
}
