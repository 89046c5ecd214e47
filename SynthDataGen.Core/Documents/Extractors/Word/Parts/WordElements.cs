using System.Globalization;
using System.Xml.Linq;

namespace SynthDataGen.Core.Documents.Extractors.Word.Parts;

/// <summary>Common queries on WordprocessingML elements.</summary>
internal static class WordElements
{
    /// <summary>An attribute's value; null if the element or attribute is missing.</summary>
    public static string? Of(this XElement? element, string attribute = "val") => element?.Attribute(attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Of(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a property is on: present and not explicitly off.</summary>
    public static bool IsOn(this XElement? property) => property is not null && property.Of() is not ("0" or "false" or "off");

    /// <summary>Whether an element of this name only describes others and has no words.</summary>
    public static bool IsProperties(string name) => name.EndsWith("Pr", StringComparison.Ordinal) || name is "tblGrid" or "tblPrEx" or "Fallback";

    /// <summary>Elements of this name, also inside wrappers: content controls, tags, tracked changes.</summary>
    public static IEnumerable<XElement> Inside(this XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (!IsProperties(child.Name.LocalName) && !IsGone(child))
            {
                foreach (var inner in child.Inside(name))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Whether a tracked change takes the element away.</summary>
    public static bool IsGone(this XElement element) => element.Name.LocalName is "del" or "moveFrom";

    /// <summary>The alternative that newer programs show, else the fallback.</summary>
    public static XElement? Choice(this XElement alternate) => alternate.Element("Choice") ?? alternate.Element("Fallback");

    /// <summary>All words in it, tracked deletions too, with a space between paragraphs.</summary>
    public static string AllWords(this XElement element) => string.Concat(
        element.DescendantsAndSelf()
            .Where(part => part.Name.LocalName is "t" or "delText" or "p" or "tab" or "br")
            .Where(part => part.Ancestors().All(above => above.Name.LocalName != "Fallback"))
            .Select(part => part.Name.LocalName is "t" or "delText" ? part.Value : " "));
}
