using System.Globalization;
using SynthDataGen.Core.Generation.Checks.Duplicates;

namespace SynthDataGen.Core.Export.Contamination;

/// <summary>The words of a text as hashes that ignore case and punctuation. Han and kana are written without spaces, so each character is a word.</summary>
internal static class WordHashes
{
    /// <summary>Replaces the content of the list with the words' hashes, in their order.</summary>
    public static void Read(string text, List<ulong> words)
    {
        words.Clear();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsOfWord(text[end]) && !StandsAlone(text[end]))
            {
                end++;
            }

            if (end == at && StandsAlone(text[at]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(HashOf(text.AsSpan(at, end - at)));
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[64];
        var most = Math.Min(word.Length, folded.Length);
        word[..most].ToLowerInvariant(folded);
        return StableHash.Of(folded[..most]);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool StandsAlone(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
