using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>Knows the dots that end no sentence: those of abbreviations, initials, labels and ordinal numbers.</summary>
internal static class Abbreviations
{
    private const int Longest = 9;
    private const int LongestLabel = 12;

    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \t\n\u00A0\u2009\u202F([\"“„«»/");

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    /// <summary>Those that want a word after them, whatever it is.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Never = Set(
        "e.g", "i.e", "cf", "vs", "approx", "viz", "resp", "incl", "excl", "dr", "mr", "mrs", "ms", "prof", "st", "ste", "mt", "rev", "gen", "sen", "gov",
        "rep", "hon", "pres", "capt", "col", "lt", "sgt", "maj", "adm", "messrs", "eds", "z.b", "d.h", "u.a", "i.d.r", "bzw", "bspw", "ggf", "vgl", "sog",
        "evtl", "inkl", "exkl", "einschl", "zzgl", "gem", "lfd", "hrsg", "ca", "ing", "dipl.-ing", "p.ex", "mme", "mlle", "mgr", "sr", "sra", "srta", "sres",
        "dra", "ud", "uds", "lic", "sig", "dott", "dhr", "mevr", "bijv", "np", "tzn", "ул", "им", "т.е", "напр", "см");

    /// <summary>Those that a sentence may end with, which shows in the word after them.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Mostly = Set(
        "al", "inc", "ltd", "co", "corp", "bros", "dept", "est", "ed", "jr", "ph.d", "b.sc", "m.sc", "mio", "mrd", "std", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dez");

    /// <summary>Words of their own in some languages; only before a number do they stand for another.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = Set(
        "no", "nos", "nr", "núm", "fig", "figs", "abb", "tab", "sec", "sect", "ch", "chap", "kap", "cap", "vol", "bd", "pp", "pg", "pág", "págs", "art",
        "arts", "abs", "para", "cl", "eq", "eqs", "ref", "refs", "app", "dec", "max", "min", "tel", "tél", "ext", "env", "blz", "рис", "стр", "табл", "гл");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = Set(
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "jahrhundert");

    /// <summary>What stands before an ordinal number in German: "im 3. Stock".</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeOrdinals = Set(
        "der", "die", "das", "dem", "den", "des", "am", "im", "vom", "zum", "zur", "beim", "jeder", "jede", "jedes", "ihr", "sein");

    /// <summary>Words that hardly stand within a sentence with a capital letter.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Set(
        "a", "an", "the", "this", "these", "those", "that", "it", "he", "she", "we", "they", "you", "i", "its", "his", "her", "our", "their", "your", "my",
        "but", "and", "however", "if", "when", "while", "where", "there", "then", "thus", "therefore", "in", "on", "at", "for", "to", "from", "with", "by",
        "as", "after", "before", "since", "although", "because", "each", "all", "some", "many", "most", "both", "no", "not", "what", "who", "why", "how",
        "der", "die", "das", "dem", "ein", "eine", "er", "sie", "es", "wir", "ich", "und", "aber", "wenn", "danach", "dann", "dies", "diese", "dieser", "dieses",
        "im", "bei", "nach", "für", "mit", "il", "elle", "ils", "elles", "nous", "vous", "cette", "ces", "ella", "ellos", "este", "esta");

    /// <summary>Whether the dot between these two belongs to the word before it.</summary>
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

    /// <summary>What stands alone before a dot at the start: "3. Wear a helmet", "1.2. Scope", "b. Wash", "IV. Terms".</summary>
    private static bool IsLabel(ReadOnlySpan<char> word) => word.Length == 1
        ? char.IsLetterOrDigit(word[0])
        : char.IsAsciiDigit(word[0])
            ? !word.ContainsAnyExcept(NumberSigns) && word.Length <= (word.Contains('.') ? LongestLabel : 3)
            : !word.ContainsAnyExcept("IVXLC") || !word.ContainsAnyExcept("ivxlc");

    /// <summary>A day or a rank as German writes them: "3. März", "im 2. Stock".</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (word.Length > 2 || word.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        before = before.TrimEnd();
        return Months.Contains(FirstWord(after)) || BeforeOrdinals.Contains(before[(before.LastIndexOfAny(WordStarts) + 1)..]);
    }

    /// <summary>Single letters with dots between: "J", "U.S", "z.B", "J.-P"; a pronoun of one letter is none.</summary>
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

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params ReadOnlySpan<string> words) =>
        new HashSet<string>([.. words], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
