using System.Buffers;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Removes what no reader sees and what PostgreSQL refuses: NUL, lone surrogates, controls, invisible marks.</summary>
public static class TextCleaner
{
    /// <summary>The ASCII characters that stay as they are, searched a vector at a time.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    /// <summary>The text without such characters, line ends as line feeds, Latin ligatures spelled out.</summary>
    public static string Clean(string text)
    {
        var odd = NextOdd(text, 0);
        if (odd == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            clean.Append(text, at, odd - at);
            if (odd < text.Length)
            {
                Append(clean, text, odd);
            }

            at = odd + 1;
            odd = NextOdd(text, at);
        }
        return clean.ToString();
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text))
        {
            return text;
        }

        var collapsed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }
        return collapsed.ToString().TrimEnd();
    }

    private static bool IsCollapsed(string text)
    {
        var spaced = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (spaced || c != ' '))
            {
                return false;
            }

            spaced = c == ' ';
        }
        return !spaced || text.Length == 0;
    }

    /// <summary>The next character that does not stay as it is, or the text's end.</summary>
    private static int NextOdd(string text, int at)
    {
        while (at < text.Length)
        {
            var plain = text.AsSpan(at).IndexOfAnyExcept(Plain);
            if (plain < 0)
            {
                return text.Length;
            }

            at += plain;
            for (; at < text.Length && !char.IsAscii(text[at]); at++)
            {
                if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                {
                    at++;
                }
                else if (IsOdd(text[at]))
                {
                    return at;
                }
            }

            if (at < text.Length && !Plain.Contains(text[at]))
            {
                return at;
            }
        }
        return text.Length;
    }

    /// <summary>Whether a character beyond ASCII does not stay as it is.</summary>
    private static bool IsOdd(char c) => c switch
    {
        <= '\u00A0' or '\u00AD' => true,
        < '\u2000' => false,
        < '\u2070' => c is '\u2007' or '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\u2028' or '\u2029' or '\u202F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'),
        < '\uD800' => false,
        _ => char.IsSurrogate(c) || c is (>= '\uFB00' and <= '\uFB06') or '\uFEFF' or '\uFFFE' or '\uFFFF',
    };

    /// <summary>Appends the replacement of an odd character: nothing for controls, soft hyphens, word joiners, byte order marks and marks of direction.</summary>
    private static void Append(StringBuilder clean, string text, int i)
    {
        var c = text[i];
        switch (c)
        {
            case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                break;
            case '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f':
                clean.Append('\n');
                break;
            case '\u00A0' or '\u202F' or '\u2007':
                clean.Append(' ');
                break;
            case >= '\uFB00' and <= '\uFB06':
                clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
                break;
            case >= '\uD800' and <= '\uDFFF':
                clean.Append('\uFFFD');
                break;
        }
    }
}
