using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Tells captions of tables and figures.</summary>
internal static partial class Captions
{
    public static bool Is(StringBuilder paragraph) => Is(paragraph.ToString(0, Math.Min(paragraph.Length, 40)));

    public static bool Is(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^(?:figure|fig\.?|table|tab\.|listing|example|exhibit|abbildung|abb\.|tabelle)\s+(?:[A-Z][.\-–])?\d[\dA-Z.\-–]*(?:\s*[:.–—|]|\s+(?-i:[A-Z“\u00C0-\u00DE])|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
