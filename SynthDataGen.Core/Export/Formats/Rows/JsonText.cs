using System.Text.Encodings.Web;
using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>
/// How datasets write JSON: letters of all scripts as they are; line ends of every kind, U+2028 and U+2029 included, escaped, so that
/// a row is one line whatever splits the file; lone surrogates, which UTF-8 cannot hold, as U+FFFD.
/// </summary>
internal static class JsonText
{
    private const char Replacement = '\uFFFD';

    public static JsonWriterOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonWriterOptions Indented { get; } = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>The same text, of the same length, with a replacement character for each lone surrogate.</summary>
    public static string WellFormed(string text)
    {
        var at = FirstLone(text, 0);
        if (at < 0)
        {
            return text;
        }

        var chars = text.ToCharArray();
        for (; at >= 0; at = FirstLone(chars, at + 1))
        {
            chars[at] = Replacement;
        }

        return new(chars);
    }

    private static int FirstLone(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
