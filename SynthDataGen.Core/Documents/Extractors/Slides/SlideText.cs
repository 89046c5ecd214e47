using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Presentation;
using SynthDataGen.Core.Documents.Extractors.Word.Formulas;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;
using A = DocumentFormat.OpenXml.Drawing;
using M = DocumentFormat.OpenXml.Math;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Turns a shape's paragraphs into blocks: list items if the slide shows a mark, else paragraphs.</summary>
internal sealed class SlideText(ExtractionBuilder builder, SlideBullets bullets)
{
    /// <summary>All words of a shape in one string.</summary>
    public static string Of(Shape shape) => string.Join(' ', ParagraphsOf(shape).Select(Of).Where(words => words.Length > 0));

    /// <summary>The words of one paragraph.</summary>
    public static string Of(A.Paragraph paragraph)
    {
        var text = new StringBuilder();
        Append(text, paragraph);
        return text.ToString().Trim();
    }

    public void Add(Shape shape)
    {
        var counts = new int[SlideBullets.Levels];
        foreach (var paragraph in ParagraphsOf(shape))
        {
            var words = Of(paragraph);
            if (words.Length == 0)
            {
                continue;
            }

            var level = SlideBullets.LevelOf(paragraph);
            var mark = bullets.Mark(shape, paragraph, counts);
            if (mark.Length == 0)
            {
                builder.Add(BlockKind.Paragraph, words);
            }
            else
            {
                builder.Add(BlockKind.ListItem, $"{mark} {words}", Math.Min(level + 1, 6));
            }
        }
    }

    private static IEnumerable<A.Paragraph> ParagraphsOf(Shape shape) => shape.TextBody?.Elements<A.Paragraph>() ?? [];

    private static void Append(StringBuilder text, OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case A.Text words:
                    text.Append(words.Text);
                    break;
                case A.Break:
                    text.Append('\n');
                    break;
                case M.OfficeMath formula:
                    text.Append('$').Append(WordFormula.Text(WordXml.Parse(formula.OuterXml))).Append('$');
                    break;
                case AlternateContentFallback:
                    break;
                default:
                    Append(text, child);
                    break;
            }
        }
    }
}
