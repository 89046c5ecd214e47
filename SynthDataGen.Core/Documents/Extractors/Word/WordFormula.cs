using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Math;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Writes an equation in one line: fractions as (a)/(b), powers as a^b, indices as a_b.</summary>
internal static class WordFormula
{
    public static string Text(OpenXmlElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return text.ToString();
    }

    private static void Append(StringBuilder text, OpenXmlElement element)
    {
        switch (element)
        {
            case Text words:
                text.Append(words.Text);
                return;
            case Fraction fraction:
                Join(text, fraction.Numerator, "/", fraction.Denominator);
                return;
            case Superscript power:
                Join(text, power.Base, "^", power.SuperArgument);
                return;
            case Subscript index:
                Join(text, index.Base, "_", index.SubArgument);
                return;
            case Radical root:
                text.Append('√');
                Join(text, root.Base, "", null);
                return;
        }
        foreach (var child in element.ChildElements)
        {
            Append(text, child);
        }
    }

    private static void Join(StringBuilder text, OpenXmlElement? left, string sign, OpenXmlElement? right) =>
        text.Append(Group(left)).Append(sign).Append(right is null ? "" : Group(right));

    private static string Group(OpenXmlElement? part)
    {
        var inner = part is null ? "" : Text(part);
        return inner.Length > 1 ? $"({inner})" : inner;
    }
}
