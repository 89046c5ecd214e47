using System.Globalization;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>Handles scripts that run from right to left or without spaces.</summary>
internal static class Script
{
    public static bool IsRightToLeft(string word)
    {
        return word.AsSpan().ContainsAnyInRange('\u0590', '\uFEFC') && word.Any(IsRightToLeft);
    }

    /// <summary>Whether most of the words are written from right to left.</summary>
    public static bool RunsRightToLeft(ReadOnlySpan<PdfWord> words)
    {
        var count = 0;
        foreach (ref readonly var word in words)
        {
            count += IsRightToLeft(word.Text) ? 1 : 0;
        }
        return count * 2 > words.Length;
    }

    /// <summary>Scripts that write no spaces between words.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u3000' and <= '\u303F');

    /// <summary>
    /// The words of a right-to-left line in reading order: runs of left-to-right words keep their own order,
    /// and the characters of right-to-left words, which Poppler reports in page order, are reversed.
    /// </summary>
    public static PdfWord[] Logical(PdfWord[] fromTheRight)
    {
        var words = fromTheRight.Select(word => IsRightToLeft(word.Text) ? word with { Text = Reverse(word.Text) } : word).ToArray();
        for (var start = 0; start < words.Length; start++)
        {
            var end = start;
            while (end < words.Length && HasLatin(words[end].Text))
            {
                end++;
            }

            if (end > start + 1)
            {
                Array.Reverse(words, start, end - start);
            }

            start = Math.Max(start, end - 1);
        }
        return words;
    }

    /// <summary>Words spelled in reading order, turned into page order as Poppler reports it: the inverse of <see cref="Logical"/>.</summary>
    public static PdfWord[] AsDrawn(PdfWord[] words) => RunsRightToLeft(words)
        ? [.. words.Select(word => IsRightToLeft(word.Text) ? word with { Text = Reverse(word.Text) } : word)]
        : words;

    private static bool IsRightToLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static bool HasLatin(string word) => word.Any(char.IsAsciiLetter);

    private static string Reverse(string word)
    {
        var elements = StringInfo.ParseCombiningCharacters(word);
        var parts = elements.Select((start, i) => word[start..(i + 1 < elements.Length ? elements[i + 1] : word.Length)]);
        return string.Concat(parts.Reverse().Select(Mirror));
    }

    private static string Mirror(string part) => part switch { "(" => ")", ")" => "(", "[" => "]", "]" => "[", _ => part };
}
