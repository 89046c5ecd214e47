using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>
/// How often each character that is not white space stands in a PDF and in its blocks. Both sides are brought to one form: cleaned
/// (ligatures spelled out, soft hyphens and directional marks gone) and composed, with every sign of a list item as a dash.
/// </summary>
internal static partial class PdfCharacters
{
    private const string Bullets = "•‣◦⁃∙●○■□▪▫–—*·➢➤✓✔❖►▸◆◇★☐☑";

    public static Dictionary<Rune, int> Seen(IEnumerable<string> words) => Count(string.Join(' ', words));

    /// <summary>The blocks' characters without what Markdown adds to tables.</summary>
    public static Dictionary<Rune, int> Kept(IEnumerable<Block> blocks) =>
        Count(string.Join('\n', blocks.Select(block => block.Kind == BlockKind.Table ? WithoutRules(block.Text) : block.Text)));

    /// <summary>What the one has more often than the other, and how much more often.</summary>
    public static Dictionary<Rune, int> Beyond(Dictionary<Rune, int> one, Dictionary<Rune, int> other) =>
        one.Select(entry => (entry.Key, Count: entry.Value - other.GetValueOrDefault(entry.Key))).Where(entry => entry.Count > 0).ToDictionary();

    private static Dictionary<Rune, int> Count(string text) =>
        TextCleaner.Clean(text).Normalize(NormalizationForm.FormC).EnumerateRunes()
            .Where(rune => !Rune.IsWhiteSpace(rune)).Select(OneForm).CountBy(rune => rune).ToDictionary();

    private static Rune OneForm(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || (rune.IsBmp && Bullets.Contains((char)rune.Value, StringComparison.Ordinal))
            ? new Rune('-')
            : rune;

    private static string WithoutRules(string table) =>
        Rules().Replace(string.Join('\n', table.Split('\n').Where((_, i) => i != 1)), "");

    [GeneratedRegex(@"(?<!\\)\||\\(?=\|)", RegexOptions.CultureInvariant)]
    private static partial Regex Rules();
}
