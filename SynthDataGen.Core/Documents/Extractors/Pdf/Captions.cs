using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Tells captions of tables and figures.</summary>
internal static partial class Captions
{
    public static bool Is(StringBuilder paragraph) => Form().IsMatch(paragraph.ToString(0, Math.Min(paragraph.Length, 40)));

    [GeneratedRegex(@"^(?:figure|fig\.|table|listing|abbildung|tabelle)\s+[\dA-Z.]+\s*[:.–]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
