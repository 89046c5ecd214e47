using System.Buffers;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Finds where sentences end, in scripts with or without spaces, past abbreviations, initials and decimals. Thai and others
/// do not mark sentence ends: such text is one sentence.
/// </summary>
public static class Sentences
{
    private const int LongestNote = 5;

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…؟۔।॥։。！？｡．။។።");

    /// <summary>The end of the sentence that starts at <paramref name="start"/>, without the white space after it.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        for (var end = start; text[end..].IndexOfAny(Terminators) is >= 0 and var distance;)
        {
            var i = end + distance;
            end = AfterClosers(text, i + 1);
            if (end == text.Length || IsWideEnd(text, i, end) || (char.IsWhiteSpace(text[end]) && Ends(text, start, i, end)))
            {
                return end;
            }
        }

        return text.Length;
    }

    /// <summary>Skips more terminators, closing marks and a note number: "stop!”", "Bonjour. »", "known.[3]".</summary>
    private static int AfterClosers(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var length = IsTerminator(text[at]) || IsCloser(text[at]) ? 1 : NoteLength(text[at..]);
            if (length == 0)
            {
                break;
            }

            at += length;
        }

        // French puts a space before its closing mark; German opens with the same mark, but then a letter follows.
        var isApart = at + 1 < text.Length && char.IsWhiteSpace(text[at]) && text[at + 1] == '»' && (at + 2 == text.Length || char.IsWhiteSpace(text[at + 2]));
        return isApart ? at + 2 : at;
    }

    private static int NoteLength(ReadOnlySpan<char> text)
    {
        var close = text[0] == '[' ? text[..Math.Min(LongestNote, text.Length)].IndexOf(']') : -1;
        return close > 1 && !text[1..close].ContainsAnyExceptInRange('0', '9') ? close + 1 : 0;
    }

    /// <summary>
    /// Terminators of scripts without spaces always end a sentence, except in a decimal; so do a question mark and an
    /// exclamation mark of Latin script among their letters.
    /// </summary>
    private static bool IsWideEnd(ReadOnlySpan<char> text, int i, int end) => IsWide(text[i])
        ? !(text[i] == '．' && char.IsDigit(text[end]))
        : text[i] is '!' or '?' && text[end] is >= '\u3040' and <= '\u9FFF';

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

    private static bool IsWide(char c) => c is '。' or '！' or '？' or '｡' or '．' or '။' or '។' or '።';

    private static bool IsCloser(char c) =>
        c is '"' or '\'' or '”' or '“' or '’' or '‘' or '»' or '«' or '›' or '‹' or ')' or ']' or '」' or '』' or '》' or '】' or '）' or '｣' or '¹' or '²' or '³';

    private static bool IsOpener(char c) => c is '"' or '\'' or '“' or '„' or '‘' or '«' or '»' or '(' or '[' or '¿' or '¡' or '–' or '—';
}
