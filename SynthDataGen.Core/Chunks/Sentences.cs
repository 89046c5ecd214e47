using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>Finds where sentences end: in Latin scripts and in those without spaces, past abbreviations and decimals.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> WordStarts = SearchValues.Create(" \t\n([\"“");

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…。！？｡");

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "cf", "vs", "al", "approx", "ca", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "fig", "figs", "sec", "ch", "vol", "pp",
        "ed", "eds", "eq", "ref", "refs", "inc", "ltd", "co", "corp", "dept", "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
        "nov", "dec", "z.b", "d.h", "bzw", "usw", "nr", "abs", "vgl", "p.ex", "art", "para",
    };

    /// <summary>The end of the sentence that starts at <paramref name="start"/>; white space after it belongs to none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        for (var end = start; text[end..].IndexOfAny(Terminators) is >= 0 and var distance; )
        {
            var i = end + distance;
            end = i + 1;
            while (end < text.Length && (IsTerminator(text[end]) || IsCloser(text[end])))
                end++;
            if (IsWide(text[i]) || end == text.Length || (char.IsWhiteSpace(text[end]) && Ends(text, start, i, end)))
            {
                return end;
            }
        }
        return text.Length;
    }

    private static bool Ends(ReadOnlySpan<char> text, int start, int dot, int end)
    {
        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpener(text[next])))
            next++;
        if (next < text.Length && char.IsLower(text[next]))
            return false;
        return text[dot] != '.' || !IsAbbreviation(text[start..dot]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(WordStarts) + 1)..];
        // A single letter is an initial; a lone number is a list's own, like "3. Wear a helmet".
        return (word.Length == 1 && char.IsLetter(word[0]))
            || (word.Length == before.Length && word.Length is > 0 and <= 3 && !word.ContainsAnyExceptInRange('0', '9'))
            || (word.Length <= 6 && Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word));
    }

    private static bool IsTerminator(char c) => Terminators.Contains(c);

    private static bool IsWide(char c) => c is '。' or '！' or '？' or '｡';

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』';

    private static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '(' or '[';
}
