using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>Finds where sentences end: in scripts with spaces and in those without, past abbreviations, initials and decimals.</summary>
public static class Sentences
{
    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…؟۔।॥。！？｡．");

    /// <summary>The end of the sentence that starts at <paramref name="start"/>; white space after it belongs to none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        for (var end = start; text[end..].IndexOfAny(Terminators) is >= 0 and var distance; )
        {
            var i = end + distance;
            end = i + 1;
            while (end < text.Length && (IsTerminator(text[end]) || IsCloser(text[end])))
            {
                end++;
            }

            if (end == text.Length || IsWideEnd(text, i, end) || (char.IsWhiteSpace(text[end]) && Ends(text, start, i, end)))
            {
                return end;
            }
        }
        return text.Length;
    }

    /// <summary>Signs of scripts without spaces end a sentence wherever they stand, except in a decimal.</summary>
    private static bool IsWideEnd(ReadOnlySpan<char> text, int i, int end) => IsWide(text[i]) && !(text[i] == '．' && char.IsDigit(text[end]));

    private static bool Ends(ReadOnlySpan<char> text, int start, int dot, int end)
    {
        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpener(text[next])))
        {
            next++;
        }

        if (next < text.Length && char.IsLower(text[next]))
        {
            return false;
        }

        return text[dot] != '.' || !Abbreviations.EndIn(text[start..dot], text[next..]);
    }

    private static bool IsTerminator(char c) => Terminators.Contains(c);

    private static bool IsWide(char c) => c is '。' or '！' or '？' or '｡' or '．';

    private static bool IsCloser(char c) =>
        c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』' or '》' or '】' or '）' or '｣';

    private static bool IsOpener(char c) => c is '"' or '\'' or '“' or '„' or '‘' or '«' or '(' or '[' or '¿' or '¡';
}
