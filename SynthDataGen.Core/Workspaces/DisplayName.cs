using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Workspaces;

/// <summary>Names that people give: of people and of keys.</summary>
public static class DisplayName
{
    /// <summary>Most characters, counted as UTF-16.</summary>
    public const int MaxLength = 80;

    /// <summary>
    /// The name, trimmed and in Unicode form C; null if it is empty, too long, or has invisible characters
    /// (controls, format characters, lone surrogates), which could make one name look like another.
    /// </summary>
    public static string? Tidy(string? text)
    {
        if (text is null || text.Length > 4 * MaxLength || text.EnumerateRunes().Any(IsUnseen))
        {
            return null;
        }

        var name = text.Normalize(NormalizationForm.FormC).Trim();
        return name.Length is 0 or > MaxLength ? null : name;
    }

    /// <summary>The same key for names that differ only in case.</summary>
    public static string KeyOf(string name) => name.ToUpperInvariant();

    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
