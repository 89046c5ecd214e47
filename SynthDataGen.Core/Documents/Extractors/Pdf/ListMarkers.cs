using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Tells what starts a list item.</summary>
internal static partial class ListMarkers
{
    private const string Bullets = "•‣◦⁃∙●○■□▪▫–—-*·➢➤✓✔❖►▸◆◇★☐☑";

    /// <summary>Letters that word processors take for bullets, in a font of their own: a tab tells them from words.</summary>
    private const string LetterBullets = "o§Øü";

    /// <summary>The marker to write for this first word: a dash for any bullet, numbers as they stand; null for other words.</summary>
    public static string? Read(string word)
    {
        if ((word.Length == 1 && Bullets.Contains(word[0], StringComparison.Ordinal)) || IsPrivate(word))
        {
            return "-";
        }

        return word.Length <= 7 && Number().IsMatch(word) ? word : null;
    }

    /// <summary>Whether the word is a letter that serves as a bullet where a tab follows.</summary>
    public static bool IsLetterBullet(string word) => word.Length == 1 && LetterBullets.Contains(word[0], StringComparison.Ordinal);

    /// <summary>One character of private use, or of no use at all: what fonts of symbols give for their bullets.</summary>
    private static bool IsPrivate(string word) =>
        word.Length is 1 or 2 && CharUnicodeInfo.GetUnicodeCategory(word, 0) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned && (word.Length == 2) == char.IsSurrogate(word[0]);

    [GeneratedRegex(@"^(?:\(?\d{1,2}[.)]|\([a-zA-Z]\)|[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
