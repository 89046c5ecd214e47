using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using SynthDataGen.Core.Documents.Extractors.Word;
using A = DocumentFormat.OpenXml.Drawing;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Finds a paragraph's list mark, set by itself, its shape, the layout's or master's placeholder, or the master's text styles.</summary>
internal sealed class SlideBullets(SlidePart part)
{
    public const int Levels = 9;

    public static int LevelOf(A.Paragraph paragraph) => Math.Clamp(paragraph.ParagraphProperties?.Level?.Value ?? 0, 0, Levels - 1);

    /// <summary>A dash, a number or nothing; numbers continue while the list is not interrupted.</summary>
    public string Mark(Shape shape, A.Paragraph paragraph, int[] counts)
    {
        var level = LevelOf(paragraph);
        var bullet = Sources(shape, paragraph, level).Select(Bullet).FirstOrDefault(found => found is not null);
        Array.Clear(counts, level + 1, Levels - level - 1);
        if (bullet is not A.AutoNumberedBullet numbered)
        {
            counts[level] = 0;
            return bullet is A.CharacterBullet or A.PictureBullet ? "-" : "";
        }

        var number = (numbered.StartAt?.Value ?? 1) + counts[level]++;
        return Number(number, numbered.Type?.InnerText ?? "arabicPeriod");
    }

    private IEnumerable<OpenXmlElement?> Sources(Shape shape, A.Paragraph paragraph, int level)
    {
        yield return paragraph.ParagraphProperties;
        yield return LevelOf(shape.TextBody?.ListStyle, level);
        if (Placeholders.Of(shape) is not { } placeholder || shape.Ancestors<NotesSlide>().Any())
        {
            yield break;
        }

        var layout = part.SlideLayoutPart;
        var master = layout?.SlideMasterPart?.SlideMaster;
        yield return LevelOf(Match(layout?.SlideLayout?.CommonSlideData, placeholder)?.TextBody?.ListStyle, level);
        yield return LevelOf(Match(master?.CommonSlideData, placeholder)?.TextBody?.ListStyle, level);
        yield return LevelOf(TakesBodyStyle(shape) ? master?.TextStyles?.BodyStyle : master?.TextStyles?.OtherStyle, level);
    }

    private static bool TakesBodyStyle(Shape shape) =>
        Placeholders.IsOneOf(shape, PlaceholderValues.Body, PlaceholderValues.Object, PlaceholderValues.SubTitle);

    private static OpenXmlElement? LevelOf(OpenXmlElement? style, int level) =>
        style?.ChildElements.FirstOrDefault(child => child.LocalName == $"lvl{level + 1}pPr");

    private static OpenXmlElement? Bullet(OpenXmlElement? properties) =>
        properties?.ChildElements.FirstOrDefault(child => child is A.NoBullet or A.CharacterBullet or A.AutoNumberedBullet or A.PictureBullet);

    /// <summary>The placeholder with the same number, else with the same role.</summary>
    private static Shape? Match(CommonSlideData? data, PlaceholderShape placeholder)
    {
        var shapes = data?.ShapeTree?.Elements<Shape>().Where(shape => Placeholders.Of(shape) is not null).ToList() ?? [];
        var role = placeholder.Type is { HasValue: true } type ? type.Value : PlaceholderValues.Object;
        return shapes.Find(shape => placeholder.Index is { } index && Placeholders.Of(shape)!.Index?.Value == index.Value)
            ?? shapes.Find(shape => Placeholders.TypeOf(shape) == role);
    }

    private static string Number(int number, string scheme)
    {
        var format = scheme switch
        {
            _ when scheme.StartsWith("alphaLc", StringComparison.Ordinal) => "lowerLetter",
            _ when scheme.StartsWith("alphaUc", StringComparison.Ordinal) => "upperLetter",
            _ when scheme.StartsWith("romanLc", StringComparison.Ordinal) => "lowerRoman",
            _ when scheme.StartsWith("romanUc", StringComparison.Ordinal) => "upperRoman",
            _ => "decimal",
        };
        var words = NumberWords.Write(number, format);
        return scheme switch
        {
            _ when scheme.EndsWith("ParenBoth", StringComparison.Ordinal) => $"({words})",
            _ when scheme.EndsWith("ParenR", StringComparison.Ordinal) => $"{words})",
            _ => $"{words}.",
        };
    }
}
