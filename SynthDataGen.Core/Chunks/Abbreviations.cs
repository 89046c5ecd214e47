using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>Recognises dots that end no sentence: those of abbreviations, initials, labels and ordinal numbers.</summary>
internal static class Abbreviations
{
    private const int Longest = 9;
    private const int LongestLabel = 12;

    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \t\n\u00A0\u2009\u202F([\"“„«»/");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Lists = WordLists.Of(typeof(Abbreviations));

    /// <summary>Abbreviations that never end a sentence.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Never = Set(nameof(Never));

    /// <summary>Abbreviations that may end a sentence, depending on the next word.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Mostly = Set(nameof(Mostly));

    /// <summary>Abbreviations only before a number; elsewhere they are ordinary words in some language.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = Set(nameof(BeforeNumbers));

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Set(nameof(Months));

    /// <summary>Words before an ordinal number in German: "im 3. Stock".</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeOrdinals = Set(nameof(BeforeOrdinals));

    /// <summary>Words rarely capitalised inside a sentence.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(nameof(Starters));

    /// <summary>Whether the dot between these texts belongs to the word before it.</summary>
    /// <param name="before">The sentence up to the dot.</param>
    /// <param name="after">What follows the dot and white space.</param>
    public static bool EndIn(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var at = before.LastIndexOfAny(WordStarts) + 1;
        var word = before[at..];
        if (word.IsEmpty)
        {
            return false;
        }

        if (at == 0 && IsLabel(word))
        {
            return true;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return IsOrdinal(word, before[..at], after);
        }

        var isShort = word.Length <= Longest;
        return IsSpaced(before[..at], word)
            || (isShort && Never.Contains(word))
            || (isShort && IsNumber(after) && BeforeNumbers.Contains(word))
            || ((IsInitials(word) || (isShort && Mostly.Contains(word))) && !IsStarter(after));
    }

    /// <summary>The second letter of an abbreviation that is written with a space: "z. B.", "d. h.", "т. е.".</summary>
    private static bool IsSpaced(ReadOnlySpan<char> before, ReadOnlySpan<char> word)
    {
        var first = before.TrimEnd();
        return word.Length == 1
            && first.Length > 1
            && first[^1] == '.'
            && (first.Length == 2 || WordStarts.Contains(first[^3]))
            && Never.Contains([first[^2], '.', word[0]]);
    }

    /// <summary>A label before a dot at the start: "3. Wear a helmet", "1.2. Scope", "b. Wash", "IV. Terms".</summary>
    private static bool IsLabel(ReadOnlySpan<char> word) => word.Length == 1
        ? char.IsLetterOrDigit(word[0])
        : char.IsAsciiDigit(word[0])
            ? !word.ContainsAnyExcept(NumberSigns) && word.Length <= (word.Contains('.') ? LongestLabel : 3)
            : !word.ContainsAnyExcept("IVXLC") || !word.ContainsAnyExcept("ivxlc");

    /// <summary>A German ordinal: "3. März", "im 2. Stock".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (word.Length > 2 || word.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        before = before.TrimEnd();
        return Months.Contains(FirstWord(after)) || BeforeOrdinals.Contains(before[(before.LastIndexOfAny(WordStarts) + 1)..]);
    }

    /// <summary>Single letters with dots between: "J", "U.S", "z.B", "J.-P"; but not the pronoun "I".</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        var wantsLetter = true;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '-' && wantsLetter && i > 0)
            {
                continue;
            }

            if (wantsLetter ? !char.IsLetter(word[i]) : word[i] != '.')
            {
                return false;
            }

            wantsLetter = !wantsLetter;
        }

        return !wantsLetter && word is not "I";
    }

    /// <summary>Digits, a Roman number, or the letter and number of an appendix: "A.1", "B2".</summary>
    private static bool IsNumber(ReadOnlySpan<char> after)
    {
        var word = FirstWord(after);
        return word.Length switch
        {
            0 => after.Length > 0 && char.IsAsciiDigit(after[0]),
            1 => after.Length > 2 && (char.IsAsciiDigit(after[1]) || (after[1] == '.' && char.IsAsciiDigit(after[2]))),
            _ => !word.ContainsAnyExcept("IVXLC"),
        };
    }

    private static bool IsStarter(ReadOnlySpan<char> after)
    {
        var word = FirstWord(after);
        return word.Length < after.Length && after[word.Length] is ' ' or '\n' or ',' or '\'' or '’' && Starters.Contains(word);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string list) =>
        new HashSet<string>(Lists[list], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
