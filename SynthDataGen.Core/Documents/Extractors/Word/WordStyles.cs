using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>A style's properties, its own or inherited.</summary>
/// <param name="Heading">1–6; null if it is not a heading style.</param>
/// <param name="Number">The list that its paragraphs belong to.</param>
/// <param name="NumberLevel">That list's level, from 0, if the style sets it.</param>
/// <param name="Kind">The kind of paragraphs that are neither headings nor list items.</param>
/// <param name="IsHidden">Whether its words are hidden.</param>
internal sealed record WordStyle(int? Heading = null, int? Number = null, int? NumberLevel = null, BlockKind Kind = BlockKind.Paragraph, bool IsHidden = false);

/// <summary>The styles of a document by their ids.</summary>
internal sealed partial class WordStyles
{
    private const int MostAncestors = 20;

    private static readonly WordStyle None = new();

    private readonly Dictionary<string, StyleDefinition> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> read = new(StringComparer.Ordinal);
    private readonly string? standard;

    public WordStyles(WordPackage package)
    {
        foreach (var style in package.Parts("styles").SelectMany(part => package.Units(part, "style")))
        {
            var id = style.Of("styleId") ?? "";
            definitions.TryAdd(id, StyleDefinition.Of(style));
            if (style.Of("default") is "1" or "true" or "on" && style.Of("type") == "paragraph")
            {
                standard ??= id;
            }
        }
    }

    /// <summary>The style with this id, or the document's default if the paragraph names none.</summary>
    public WordStyle Of(string? id)
    {
        id ??= standard ?? "";
        if (!read.TryGetValue(id, out var style) && definitions.ContainsKey(id))
        {
            read[id] = style = Read([.. Line(id)]);
        }

        return style ?? None;
    }

    private static WordStyle Read(StyleDefinition[] line) => new(
        line.Select(style => style.Heading).FirstOrDefault(heading => heading is not null) is { } level and > 0 ? Math.Min(level, 6) : null,
        line.Select(style => style.Number).FirstOrDefault(number => number is not null),
        line.TakeWhile((_, i) => i == 0 || line[i - 1].Number is null).Select(style => style.NumberLevel).FirstOrDefault(at => at is not null),
        line.Select(style => style.Kind).FirstOrDefault(kind => kind != BlockKind.Paragraph, BlockKind.Paragraph),
        line.Select(style => style.IsHidden).FirstOrDefault(hidden => hidden is not null) ?? false);

    private IEnumerable<StyleDefinition> Line(string? id)
    {
        for (var i = 0; i < MostAncestors && id is not null && definitions.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    /// <summary>“Heading 2” as Word names it in all languages and other programs in some.</summary>
    [GeneratedRegex(
        @"^(?:heading|überschrift|titre|título|titolo|titulo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|başlık|заголовок|标题|標題|見出し|제목)\s*([1-9])(?:\D|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingName();

    /// <summary>A style's own properties; heading level 0 means body text.</summary>
    private sealed record StyleDefinition(string? BasedOn, int? Heading, int? Number, int? NumberLevel, BlockKind Kind, bool? IsHidden)
    {
        public static StyleDefinition Of(XElement style)
        {
            var name = style.Element("name").Of() ?? "";
            var properties = style.Element("pPr");
            var vanish = style.Element("rPr")?.Element("vanish");
            return new(
                style.Element("basedOn").Of(),
                HeadingOf(name, properties?.Element("outlineLvl").Number()),
                properties?.Element("numPr")?.Element("numId").Number(),
                properties?.Element("numPr")?.Element("ilvl").Number(),
                KindOf(name.ToLowerInvariant()),
                vanish is null ? null : vanish.IsOn());
        }

        private static int? HeadingOf(string name, int? outline)
        {
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }

            if (outline is not null)
            {
                return outline is >= 0 and < 9 ? outline + 1 : 0;
            }

            var match = HeadingName().Match(name);
            return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        }

        private static BlockKind KindOf(string name) => name switch
        {
            "caption" => BlockKind.Caption,
            "html preformatted" or "source code" or "code" => BlockKind.Code,
            _ => BlockKind.Paragraph,
        };
    }
}
