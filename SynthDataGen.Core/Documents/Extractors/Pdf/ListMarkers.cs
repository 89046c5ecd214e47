using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Tells what starts a list item.</summary>
internal static partial class ListMarkers
{
    private const string Bullets = "•‣◦⁃∙●○■□▪▫–—-*·➢➤✓✔❖\uF0B7\uF0A7\uF0D8\uF076";

    /// <summary>The marker to write for this first word: a dash for any bullet, numbers as they stand; null for other words.</summary>
    public static string? Read(string word)
    {
        if (word.Length == 1 && Bullets.Contains(word[0], StringComparison.Ordinal))
        {
            return "-";
        }

        return word.Length <= 7 && Number().IsMatch(word) ? word : null;
    }

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)]|\([a-zA-Z]\)|[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
