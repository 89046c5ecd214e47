using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Review;

/// <summary>What somebody typed to search: words in any order, parts in quotation marks as they are, and the last word may be unfinished.</summary>
/// <param name="Phrases">What stands in quotation marks; the last mark may be missing.</param>
/// <param name="Words">All other words but the last.</param>
/// <param name="Beginning">The last word, if the text ends with one; words that begin so are found, too.</param>
public sealed partial record SearchText(IReadOnlyList<string> Phrases, string Words, string? Beginning)
{
    public static SearchText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = Part().Matches(text);
        var words = parts.Select(part => part.Groups["word"].Value).Where(word => word.Length > 0).ToList();
        var beginning = parts is [.., var last] && last.Groups["word"].Success ? words[^1] : null;
        return new(
            [.. parts.Select(part => part.Groups["phrase"].Value).Where(phrase => !string.IsNullOrWhiteSpace(phrase))],
            string.Join(' ', beginning is null ? words : words[..^1]),
            beginning);
    }

    [GeneratedRegex("""["“”„](?<phrase>[^"“”„]*)["“”]?|(?<word>[^\s"“”„]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Part();
}
