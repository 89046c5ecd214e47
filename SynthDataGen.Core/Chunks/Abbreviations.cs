using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>Knows the dots that end no sentence: those of abbreviations, initials and ordinal numbers.</summary>
internal static class Abbreviations
{
    private const int Longest = 6;

    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \t\n([\"“„«/");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Always = Set(
        "e.g", "i.e", "cf", "vs", "al", "approx", "viz", "resp", "dr", "mr", "mrs", "ms", "prof", "st", "rev", "gen", "sen", "gov", "capt", "col", "lt",
        "messrs", "ph.d", "inc", "ltd", "co", "corp", "dept", "est", "ed", "eds", "z.b", "d.h", "u.a", "bzw", "ggf", "vgl", "sog", "evtl", "inkl", "ca",
        "p.ex", "mme", "sra", "dra", "ud", "uds", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dez");

    /// <summary>Words of their own in some languages; only before a number do they stand for another.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = Set(
        "no", "nos", "nr", "núm", "fig", "figs", "abb", "tab", "sec", "sect", "ch", "chap", "kap", "vol", "pp", "pg", "pág", "art", "abs", "para", "eq",
        "eqs", "ref", "refs", "app", "dec");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Set(
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "jahrhundert");

    /// <summary>Whether the dot between these two belongs to the word before it.</summary>
    /// <param name="before">The sentence up to the dot.</param>
    /// <param name="after">What follows the dot and white space.</param>
    public static bool EndIn(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var word = before[(before.LastIndexOfAny(WordStarts) + 1)..];
        if (word.Length is 0)
        {
            return false;
        }

        return char.IsAsciiDigit(word[0])
            ? IsOrdinal(word, word.Length == before.Length, after)
            : IsInitials(word) || (word.Length <= Longest && (Always.Contains(word) || (IsNumber(after) && BeforeNumbers.Contains(word))));
    }

    /// <summary>A list's own number, like "3. Wear a helmet", or a day as German writes it: "3. März".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word, bool isFirst, ReadOnlySpan<char> after) =>
        word.Length <= 3
        && !word.ContainsAnyExceptInRange('0', '9')
        && (isFirst || (word.Length <= 2 && Months.Contains(FirstWord(after))));

    /// <summary>Single letters with dots between: "J", "U.S", "z.B"; a pronoun or an article of one letter is none.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1 && word is not "I";
    }

    private static bool IsNumber(ReadOnlySpan<char> after) =>
        after.Length > 0 && (char.IsAsciiDigit(after[0]) || (FirstWord(after) is { Length: > 1 } word && !word.ContainsAnyExcept("IVXLC")));

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params ReadOnlySpan<string> words) =>
        new HashSet<string>([.. words], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
