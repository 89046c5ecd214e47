using System.Globalization;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Estimates tokens by the rules that byte-pair tokenizers of common chat models share: a short word is one token and a long one
/// more, digits go in threes, each other sign counts, and so does each character of scripts without spaces. White space is free:
/// it belongs to the word after it. See docs/decisions/0021-token-estimate.md.
/// </summary>
public static class TokenEstimator
{
    private const int LatinLettersAToken = 6;
    private const int OtherLettersAToken = 3;
    private const int DigitsAToken = 3;

    /// <summary>How many tokens the text is. Parts never count less than the whole they make up.</summary>
    public static int Count(ReadOnlySpan<char> text) => Scan(text, int.MaxValue).Tokens;

    /// <summary>Length of the longest start of the text that counts no more than so many tokens.</summary>
    public static int Fit(ReadOnlySpan<char> text, int tokens) => Scan(text, tokens).Length;

    private static (int Tokens, int Length) Scan(ReadOnlySpan<char> text, int most)
    {
        var (tokens, at) = (0, 0);
        while (at < text.Length)
        {
            var length = TokenLength(text[at..], out var isSpace);
            if (!isSpace && ++tokens > most)
                return (most, at);
            at += length;
        }
        return (tokens, at);
    }

    private static int TokenLength(ReadOnlySpan<char> text, out bool isSpace)
    {
        var first = text[0];
        isSpace = char.IsWhiteSpace(first);
        if (isSpace)
            return Run(text, text.Length, char.IsWhiteSpace);
        if (IsLatin(first))
            return Run(text, LatinLettersAToken, IsLatin);
        if (char.IsAsciiDigit(first))
            return Run(text, DigitsAToken, char.IsAsciiDigit);
        if (char.IsHighSurrogate(first) && text.Length > 1)
            return 2;
        return IsSpaced(first) ? Run(text, OtherLettersAToken, IsSpaced) : 1;
    }

    private static int Run(ReadOnlySpan<char> text, int most, Func<char, bool> belongs)
    {
        var length = 1;
        var end = Math.Min(most, text.Length);
        while (length < end && belongs(text[length]))
            length++;
        return length;
    }

    private static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is >= '\u00C0' and <= '\u024F' && c is not ('×' or '÷'));

    /// <summary>Letters and marks of alphabets other than Latin, which tokenizers cut finer.</summary>
    private static bool IsSpaced(char c) =>
        c is >= '\u0250' and < '\u2E80'
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
