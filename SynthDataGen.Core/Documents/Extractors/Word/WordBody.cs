using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Turns paragraphs and tables, as they come, into blocks.</summary>
internal sealed class WordBody
{
    private readonly ExtractionBuilder builder;
    private readonly WordStyles styles;
    private readonly WordNumbering numbering;
    private readonly WordNotes notes;
    private readonly WordTables tables;

    public WordBody(ExtractionBuilder builder, MainDocumentPart main)
    {
        this.builder = builder;
        styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        notes = new WordNotes(main);
        tables = new WordTables(TextOf);
    }

    public void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                AddParagraph(paragraph);
                break;
            case Table table:
                AddTable(table);
                break;
            case AlternateContent alternate:
                AddAll(alternate.GetFirstChild<AlternateContentChoice>());
                break;
            case SectionProperties or SdtProperties:
                break;
            default:
                AddAll(element);
                break;
        }
    }

    private void AddAll(OpenXmlElement? parent)
    {
        for (var child = parent?.FirstChild; child is not null; child = child.NextSibling())
        {
            Add(child);
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var words = new WordInlines(notes, paragraph);
        builder.Pages += words.PageBreaksBefore;
        var page = builder.Pages;
        var (kind, level, marker) = KindOf(paragraph, words.Text);
        builder.Add(kind, marker.Length > 0 && words.Text.Length > 0 ? $"{marker} {words.Text}" : words.Text, page, level);
        builder.LeaveOut("hidden-text", words.Hidden);
        builder.LeaveOut("deleted-text", words.Deleted);
        foreach (var note in words.Notes)
        {
            builder.Add(BlockKind.Paragraph, note, page, 0);
        }

        foreach (var box in words.TextBoxes)
        {
            AddAll(box);
        }

        builder.Pages += words.PageBreaksWithin;
    }

    private (BlockKind Kind, int Level, string Marker) KindOf(Paragraph paragraph, string text)
    {
        var properties = paragraph.ParagraphProperties;
        var style = properties?.ParagraphStyleId?.Val?.Value;
        var heading = HeadingLevel(properties?.OutlineLevel?.Val?.Value) ?? styles.HeadingLevel(style);
        var number = NumberOf(properties, style);
        // A number is counted up even for an empty paragraph's sake only where Word shows it: on one that has words.
        var marker = number is { } at && !string.IsNullOrWhiteSpace(text) ? numbering.Next(at.Id, at.Level) : "";
        if (heading is { } level)
        {
            return (BlockKind.Heading, level, marker == "-" ? "" : marker);
        }

        if (marker.Length > 0)
        {
            return (BlockKind.ListItem, Math.Min(number!.Value.Level + 1, 6), marker);
        }

        return (styles.IsCaption(style) ? BlockKind.Caption : styles.IsCode(style) ? BlockKind.Code : BlockKind.Paragraph, 0, "");
    }

    private (int Id, int Level)? NumberOf(ParagraphProperties? properties, string? style)
    {
        var own = properties?.NumberingProperties;
        var inherited = styles.Numbering(style);
        var id = own?.NumberingId?.Val?.Value ?? inherited?.Id;
        var level = own?.NumberingLevelReference?.Val?.Value ?? numbering.LevelOfStyle(id, style) ?? inherited?.Level ?? 0;
        return id is > 0 ? (id.Value, Math.Clamp(level, 0, 8)) : null;
    }

    private static int? HeadingLevel(int? outline) => outline is >= 0 and < 9 ? Math.Min(outline.Value + 1, 6) : null;

    private void AddTable(Table table)
    {
        builder.Pages += table.Descendants<LastRenderedPageBreak>().Count();
        if (WordTables.IsFrame(table))
        {
            foreach (var cell in table.Descendants<TableCell>().Where(cell => cell.Ancestors<Table>().First() == table))
            {
                AddAll(cell);
            }

            return;
        }
        builder.Add(BlockKind.Table, MarkdownTable.Render(tables.Rows(table)));
        foreach (var note in tables.TakeNotes())
        {
            builder.Add(BlockKind.Paragraph, note);
        }
    }

    private (string Text, IReadOnlyList<string> Notes) TextOf(Paragraph paragraph)
    {
        var words = new WordInlines(notes, paragraph);
        var (_, _, marker) = KindOf(paragraph, words.Text);
        var boxes = words.TextBoxes.SelectMany(box => box.Descendants<Paragraph>()).Select(inner => new WordInlines(notes, inner).Text);
        return (string.Join(' ', (IEnumerable<string>)[marker, words.Text, .. boxes]).Trim(), words.Notes);
    }
}
