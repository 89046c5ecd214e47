using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Review;

/// <summary>A parsed search: words in any order, phrases in quotation marks, and a last word that may be incomplete.</summary>
/// <param name="Phrases">The texts in quotation marks; the last mark may be missing.</param>
/// <param name="Words">All other words except the last.</param>
/// <param name="Beginning">The last word, if the text ends with one; it also matches as a prefix.</param>
public sealed partial record SearchText(IReadOnlyList<string> Phrases, string Words, string? Beginning)
{
    public static SearchText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = Part().Matches(text);
        var last = parts.LastOrDefault();
        var beginning = last is not null && last.Groups["word"].Value is var end && end.Any(char.IsLetterOrDigit) ? end : null;
        var words = parts.Where(part => beginning is null || part != last).Select(part => part.Groups["word"].Value);
        return new([.. parts.Select(part => part.Groups["phrase"].Value).Where(phrase => phrase.Any(char.IsLetterOrDigit))], string.Join(' ', words).Trim(), beginning);
    }

    [GeneratedRegex("""["“”„](?<phrase>[^"“”„]*)["“”]?|(?<word>[^\s"“”„]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
