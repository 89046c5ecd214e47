using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Reads page numbers: <c>12</c>, <c>xii</c>, <c>– 12 –</c>, <c>Page 12 of 40</c>, <c>12/40</c>.</summary>
internal static partial class PageNumber
{
    private static readonly (string Sign, int Value)[] Roman =
        [("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];

    /// <summary>The number; null if the text is anything else.</summary>
    public static int? Read(string text)
    {
        if (text.Length > 24)
        {
            return null;
        }

        var match = Form().Match(text);
        if (match.Success)
        {
            return int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        return ReadRoman(text.Trim());
    }

    /// <summary>The words around a labelled page number, as in <c>Handbook, page 12</c>, with its distance from the real page; else null.</summary>
    public static string? Within(string text, int page)
    {
        var match = Named().Match(text);
        return match.Success
            ? $"{text[..match.Index]}#{int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) - page}{text[(match.Index + match.Length)..]}"
            : null;
    }

    private static int? ReadRoman(string text)
    {
        if (text.Any(char.IsUpper) && text.Any(char.IsLower))
        {
            return null;
        }

        var rest = text.AsSpan();
        var number = 0;
        foreach (var (sign, value) in Roman)
        {
            for (; rest.StartsWith(sign, StringComparison.OrdinalIgnoreCase); rest = rest[sign.Length..])
            {
                number += value;
            }
        }
        return rest.IsEmpty && number > 0 ? number : null;
    }

    [GeneratedRegex(@"\b(?:page|seite|p\.)\s*(?<number>\d{1,4})\b|\b(?<number>\d{1,4})\s*(?:of|/|von)\s*\d{1,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\W{0,3}(?:page|seite|p\.?)?\s*(\d{1,4})(?:\s*(?:of|/|von)\s*\d{1,4})?\W{0,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
