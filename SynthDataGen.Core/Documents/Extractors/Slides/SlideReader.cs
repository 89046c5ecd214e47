using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace SynthDataGen.Core.Documents.Extractors.Slides;

/// <summary>Turns one slide into blocks: its title, its content in screen-reader order, and the notes.</summary>
internal sealed class SlideReader(ExtractionBuilder builder, SlidePart part)
{
    /// <summary>Below the levels at which chunks split, so that notes stay with their slide.</summary>
    private const int NotesLevel = 4;

    private readonly SlideText text = new(builder, new SlideBullets(part));
    private readonly SlideGraphics graphics = new(builder, part);

    public void Read()
    {
        var shapes = Shapes(part.Slide.CommonSlideData?.ShapeTree).ToList();
        var title = shapes.OfType<Shape>().FirstOrDefault(shape => Placeholders.IsTitle(shape) && SlideText.Of(shape).Length > 0);
        builder.Add(BlockKind.Heading, title is not null ? SlideText.Of(title) : shapes.Exists(HasWords) ? $"Slide {builder.Pages}" : "", level: 1);
        foreach (var shape in shapes.Where(shape => shape != title))
        {
            Add(shape);
        }

        AddNotes();
        foreach (var comments in part.GetPartsOfType<SlideCommentsPart>())
        {
            builder.LeaveOut("comment", comments.RootElement?.InnerText ?? "");
        }
    }

    private static bool HasWords(OpenXmlElement shape) => shape switch
    {
        Shape box => Placeholders.ReasonToLeaveOut(box) is null && SlideText.Of(box).Length > 0,
        _ => shape.Descendants<A.Text>().Any() || shape.Descendants<A.Diagrams.RelationshipIds>().Any(),
    };

    private void Add(OpenXmlElement shape)
    {
        switch (shape)
        {
            case Shape { } box when Placeholders.ReasonToLeaveOut(box) is { } reason:
                builder.LeaveOut(reason, SlideText.Of(box));
                break;
            case Shape box:
                text.Add(box);
                break;
            case GraphicFrame frame:
                graphics.Add(frame);
                break;
        }
    }

    private void AddNotes()
    {
        var boxes = Shapes(part.NotesSlidePart?.NotesSlide?.CommonSlideData?.ShapeTree).OfType<Shape>().ToList();
        var notes = boxes.Where(box => Placeholders.TypeOf(box) == PlaceholderValues.Body && SlideText.Of(box).Length > 0).ToList();
        if (notes.Count > 0)
        {
            builder.Add(BlockKind.Heading, "Notes", NotesLevel);
        }

        foreach (var box in notes)
        {
            text.Add(box);
        }

        foreach (var box in boxes.Except(notes))
        {
            builder.LeaveOut("notes-frame", SlideText.Of(box));
        }
    }

    /// <summary>Shapes and frames in order, those of a group in the group's place.</summary>
    private static IEnumerable<OpenXmlElement> Shapes(OpenXmlElement? tree)
    {
        foreach (var child in tree?.ChildElements ?? Enumerable.Empty<OpenXmlElement>())
        {
            var inner = child switch
            {
                Shape or GraphicFrame => [child],
                GroupShape group => Shapes(group),
                AlternateContent alternate => Shapes(alternate.GetFirstChild<AlternateContentChoice>()),
                _ => [],
            };
            foreach (var shape in inner)
            {
                yield return shape;
            }
        }
    }
}
