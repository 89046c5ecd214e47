using System.Text;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word.Formulas;

/// <summary>Writes an Office Math equation (ECMA-376, part 1, 22.1) in LaTeX, which models read and write best.</summary>
internal static class WordFormula
{
    /// <summary>The equation without marks around it.</summary>
    public static string Text(XElement formula) => TextCleaner.Collapse(Of(formula)).Trim();

    private static string Of(XElement? element) => element?.Name.LocalName switch
    {
        null or "del" or "moveFrom" => "",
        "r" => Run(element),
        "f" => Fraction(element),
        "sSup" => $"{Base(element)}^{Part(element, "sup")}",
        "sSub" => $"{Base(element)}_{Part(element, "sub")}",
        "sSubSup" => $"{Base(element)}_{Part(element, "sub")}^{Part(element, "sup")}",
        "sPre" => $"{{}}_{Part(element, "sub")}^{Part(element, "sup")}{Base(element)}",
        "rad" => Root(element),
        "nary" => Operator(element),
        "d" => Delimited(element),
        "func" => $"{Name(element.Element("fName"))} {Of(element.Element("e"))}",
        "limLow" => $"{Name(element.Element("e"))}_{Part(element, "lim")}",
        "limUpp" => $@"\overset{Part(element, "lim")}{Part(element, "e")}",
        "m" => Matrix(element),
        "eqArr" => $@"\begin{{array}}{{l}} {string.Join(@" \\ ", element.Elements("e").Select(Of))} \end{{array}}",
        "acc" => FormulaSymbols.Accent(element.Element("accPr")?.Element("chr").Of()) + Part(element, "e"),
        "bar" => (element.Element("barPr")?.Element("pos").Of() == "top" ? @"\overline" : @"\underline") + Part(element, "e"),
        "groupChr" => FormulaSymbols.Brace(element.Element("groupChrPr")?.Element("chr").Of(), element.Element("groupChrPr")?.Element("pos").Of()) + Part(element, "e"),
        "borderBox" => $@"\boxed{Part(element, "e")}",
        "t" => FormulaSymbols.Latex(element.Value),
        var name when WordElements.IsProperties(name) => "",
        _ => All(element),
    };

    private static string All(XElement element) => string.Concat(element.Elements().Select(Of));

    private static string Part(XElement element, string name) => $"{{{Of(element.Element(name)).Trim()}}}";

    /// <summary>An operand, in braces unless it is a single sign or command or in brackets.</summary>
    private static string Base(XElement element, string part = "e")
    {
        var words = Of(element.Element(part)).Trim();
        return words.Length <= 1 || words.Count(c => c == '\\') == 1 && words.Skip(1).All(char.IsAsciiLetter) || words.All(char.IsAsciiLetterOrDigit) ? words : $"{{{words}}}";
    }

    private static string Run(XElement run) =>
        run.Element("rPr")?.Element("nor").IsOn() == true ? $@"\text{{{FormulaSymbols.Latex(string.Concat(run.Elements("t").Select(t => t.Value)))}}}" : All(run);

    private static string Fraction(XElement fraction) => fraction.Element("fPr")?.Element("type").Of() switch
    {
        "lin" or "skw" => $"{Base(fraction, "num")}/{Base(fraction, "den")}",
        "noBar" => $@"\genfrac{{}}{{}}{{0pt}}{{}}{Part(fraction, "num")}{Part(fraction, "den")}",
        _ => $@"\frac{Part(fraction, "num")}{Part(fraction, "den")}",
    };

    private static string Root(XElement root)
    {
        var degree = Of(root.Element("deg")).Trim();
        return $@"\sqrt{(degree.Length > 0 ? $"[{degree}]" : "")}{Part(root, "e")}";
    }

    private static string Operator(XElement operation)
    {
        var text = new StringBuilder(FormulaSymbols.Operator(operation.Element("naryPr")?.Element("chr")));
        foreach (var (name, sign) in (ReadOnlySpan<(string, char)>)[("sub", '_'), ("sup", '^')])
        {
            if (Of(operation.Element(name)).Trim() is { Length: > 0 } limit)
            {
                text.Append(sign).Append('{').Append(limit).Append('}');
            }
        }

        return $"{text} {Of(operation.Element("e"))}";
    }

    private static string Delimited(XElement group)
    {
        var properties = group.Element("dPr");
        var separator = FormulaSymbols.Latex(properties?.Element("sepChr").Of() ?? "|");
        var inner = string.Join(separator, group.Elements("e").Select(Of)).Trim();
        return $@"\left{FormulaSymbols.Delimiter(properties?.Element("begChr"), "(")}{inner}\right{FormulaSymbols.Delimiter(properties?.Element("endChr"), ")")}";
    }

    private static string Matrix(XElement matrix)
    {
        var rows = matrix.Elements("mr").Select(row => string.Join(" & ", row.Elements("e").Select(cell => Of(cell).Trim())));
        return $@"\begin{{matrix}} {string.Join(@" \\ ", rows)} \end{{matrix}}";
    }

    /// <summary>A function's name, upright, with what is under or over it.</summary>
    private static string Name(XElement? element) => element?.Name.LocalName switch
    {
        "r" => FormulaSymbols.Function(Run(element).Trim()),
        "limLow" or "sSub" => $"{Name(element.Element("e"))}_{Part(element, element.Name.LocalName == "sSub" ? "sub" : "lim")}",
        "limUpp" or "sSup" => $"{Name(element.Element("e"))}^{Part(element, element.Name.LocalName == "sSup" ? "sup" : "lim")}",
        "e" or "fName" when element.Elements().Count(part => part.Name.LocalName == "r") > 1 => FormulaSymbols.Function(All(element).Trim()),
        "e" or "fName" => string.Concat(element.Elements().Select(Name)),
        _ => Of(element),
    };
}
