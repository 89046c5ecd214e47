using System.Buffers;
using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Takes out of text what no reader sees and what PostgreSQL refuses: NUL, lone surrogates, controls, invisible marks.</summary>
public static class TextCleaner
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', .. Enumerable.Range(0xC0, 0x180).Select(c => (char)c)]);

    /// <summary>The text without such characters, line ends as line feeds, Latin ligatures spelled out.</summary>
    public static string Clean(string text)
    {
        var odd = text.AsSpan().IndexOfAnyExcept(Plain);
        if (odd < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        clean.Append(text, 0, odd);
        for (var i = odd; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                i += AppendSurrogate(clean, text, i);
            }
            else
            {
                Append(clean, text, i);
            }
        }
        return clean.ToString();
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string Collapse(string text)
    {
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

    private static int AppendSurrogate(StringBuilder clean, string text, int i)
    {
        if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
        {
            clean.Append('\uFFFD');
            return 0;
        }
        clean.Append(text, i, 2);
        return 1;
    }

    private static void Append(StringBuilder clean, string text, int i)
    {
        var c = text[i];
        switch (c)
        {
            case '\r':
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    clean.Append('\n');
                }

                break;
            case '\u2028' or '\u2029' or '\u0085' or '\v' or '\f':
                clean.Append('\n');
                break;
            case '\t' or '\u00A0' or '\u202F' or '\u2007':
                clean.Append(c == '\t' ? '\t' : ' ');
                break;
            case >= '\uFB00' and <= '\uFB06':
                clean.Append(c.ToString().Normalize(NormalizationForm.FormKC));
                break;
            // The soft hyphen, the word joiner, the byte order mark, directional marks; joiners that shape words stay.
            case '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF':
            case >= '\u202A' and <= '\u202E':
            case >= '\u2066' and <= '\u2069':
                break;
            case '\n':
                clean.Append(c);
                break;
            default:
                if (!char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Control)
                {
                    clean.Append(c);
                }

                break;
        }
    }
}
