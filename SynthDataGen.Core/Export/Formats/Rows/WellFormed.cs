namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Text that every encoding can hold.</summary>
internal static class WellFormed
{
    private const char Replacement = '\uFFFD';

    /// <summary>The same text with a replacement character for each lone surrogate; it is as long as before.</summary>
    public static string Of(string text)
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
