using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>What paragraph styles say, by themselves or through the styles that they are based on.</summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 20;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private readonly string? standard;

    public WordStyles(Styles? part)
    {
        foreach (var style in part?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                styles.TryAdd(id, style);
            }

            if (style.Default?.Value == true && style.Type?.Value == StyleValues.Paragraph)
            {
                standard ??= style.StyleId?.Value;
            }
        }
    }

    /// <summary>1–6, or null where the style is none of a heading.</summary>
    public int? HeadingLevel(string? id)
    {
        foreach (var style in Line(id))
        {
            var name = style.StyleName?.Val?.Value ?? "";
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }

            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline)
            {
                return outline < 9 ? Math.Clamp(outline + 1, 1, 6) : null;
            }

            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(8), out var level))
            {
                return Math.Clamp(level, 1, 6);
            }
        }
        return null;
    }

    /// <summary>The list that the style puts its paragraphs into.</summary>
    public (int Id, int? Level)? Numbering(string? id)
    {
        int? level = null;
        foreach (var style in Line(id))
        {
            var numbering = style.StyleParagraphProperties?.NumberingProperties;
            level ??= numbering?.NumberingLevelReference?.Val?.Value;
            if (numbering?.NumberingId?.Val?.Value is { } number)
            {
                return (number, level);
            }
        }
        return null;
    }

    public bool IsCaption(string? id) => Named(id, "caption");

    public bool IsCode(string? id) => Named(id, "html preformatted") || Named(id, "source code") || Named(id, "code");

    private bool Named(string? id, string name) =>
        Line(id).Any(style => string.Equals(style.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<Style> Line(string? id)
    {
        id ??= standard;
        for (var i = 0; i < MostAncestors && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
