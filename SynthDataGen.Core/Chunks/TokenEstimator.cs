using System.Globalization;
using System.Numerics;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Estimates tokens by the rules that byte-pair tokenizers of common chat models share: a short word is one token and a long one
/// more, digits go in threes, and every other sign and every character of scripts without spaces is one. White space is free:
/// it belongs to the word after it. See docs/decisions/0021-token-estimate.md.
/// </summary>
public static class TokenEstimator
{
    /// <summary>How many characters of a kind go into one token, by kind.</summary>
    private static readonly int[] Longest = [1, int.MaxValue, 6, 3, 3, 2];

    /// <summary>The kind of every character, precomputed because every character of every document needs it.</summary>
    private static readonly Kind[] Kinds = [.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(c => KindOf((char)c))];

    private enum Kind : byte
    {
        Sign,
        Space,
        Latin,
        Digit,
        OtherLetter,
        HighSurrogate,
    }

    /// <summary>How many tokens the text has. Parts never count less than their whole.</summary>
    public static int Count(ReadOnlySpan<char> text) => Fit(text, int.MaxValue).Tokens;

    /// <summary>The longest start of the text with no more than so many tokens, and its number of tokens.</summary>
    public static (int Length, int Tokens) Fit(ReadOnlySpan<char> text, int most)
    {
        var (at, tokens) = (0, 0);
        while (at < text.Length)
        {
            if (text.Length - at >= AsciiTokens.Block && char.IsAscii(text[at]))
            {
                var starts = AsciiTokens.Starts(text[at..], Longest[(int)Kind.Latin], Longest[(int)Kind.Digit]);
                // The last token may continue beyond the block: the next one begins there.
                var last = BitOperations.Log2(starts);
                var count = BitOperations.PopCount(starts) - 1;
                if (last > 0 && tokens + count <= most)
                {
                    (at, tokens) = (at + last, tokens + count);
                    continue;
                }
            }
            var kind = Kinds[text[at]];
            if (kind != Kind.Space && ++tokens > most)
            {
                return (at, most);
            }
            at += Run(text[at..], kind);
        }
        return (at, tokens);
    }

    /// <summary>How many characters, the first of this kind, form one token or white space.</summary>
    private static int Run(ReadOnlySpan<char> text, Kind kind)
    {
        var most = Math.Min(Longest[(int)kind], text.Length);
        var length = 1;
        while (length < most && (Kinds[text[length]] == kind || kind == Kind.HighSurrogate))
        {
            length++;
        }
        return length;
    }

    private static Kind KindOf(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            return Kind.Space;
        }
        if (IsLatin(c))
        {
            return Kind.Latin;
        }
        if (char.IsAsciiDigit(c))
        {
            return Kind.Digit;
        }
        if (char.IsHighSurrogate(c))
        {
            return Kind.HighSurrogate;
        }
        return IsOtherLetter(c) ? Kind.OtherLetter : Kind.Sign;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is >= '\u00C0' and <= '\u024F' && c is not ('×' or '÷'));

    /// <summary>Letters and marks of other alphabets, which tokenizers cut finer.</summary>
    private static bool IsOtherLetter(char c) =>
        c is >= '\u0250' and < '\u2E80'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
