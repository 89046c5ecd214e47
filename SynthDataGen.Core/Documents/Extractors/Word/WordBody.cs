using System.Xml.Linq;
using SynthDataGen.Core.Documents.Extractors.Word.Parts;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Turns paragraphs and tables into blocks as they come.</summary>
internal sealed class WordBody(WordContext context, WordEmbedded embedded, ExtractionBuilder builder)
{
    private readonly WordNumbering numbering = new(context.Package);
    private readonly WordGraphics graphics = new(context, builder);
    private readonly WordCode blocks = new(builder);

    /// <summary>The words of a paragraph whose end was deleted, and what follows it: both belong to the next paragraph.</summary>
    private (string Text, List<WordPiece> After)? carried;

    /// <summary>The current page.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Whether elements of this name are read as a whole; others wrap such elements.</summary>
    public static bool IsUnit(string name) => IsBare(name) || name is "p" or "altChunk" or "subDoc" or "AlternateContent" or "del" or "moveFrom";

    /// <summary>Adds the blocks of an element of the body.</summary>
    public void Add(XElement element)
    {
        var pieces = new List<WordPiece>();
        Read(element, pieces);
        Keep(pieces);
    }

    public void AddTable(IEnumerable<XElement> rows)
    {
        var pieces = new List<WordPiece>();
        ReadTable(rows, pieces, isNested: false);
        Keep(pieces);
    }

    /// <summary>Adds what is still waiting for a next paragraph.</summary>
    public void End()
    {
        var pieces = new List<WordPiece>();
        End(pieces);
        Keep(pieces);
        blocks.End();
    }

    /// <summary>The contents of a table cell.</summary>
    public List<WordPiece> ReadCell(XElement cell)
    {
        var pieces = new List<WordPiece>();
        ReadAll(cell, pieces);
        End(pieces);
        return pieces;
    }

    public void LeaveOut(string reason, string text) => builder.LeaveOut(reason, text);

    private void Keep(List<WordPiece> pieces)
    {
        builder.Pages = Math.Max(builder.Pages, Page);
        pieces.ForEach(blocks.Add);
    }

    private void Read(XElement element, List<WordPiece> to)
    {
        switch (element.Name.LocalName)
        {
            case var name when name == "p" || IsBare(name):
                ReadParagraph(element, to);
                break;
            case "tbl":
                ReadTable(element.Inside("tr"), to, isNested: true);
                break;
            case "altChunk" or "subDoc":
                to.AddRange(embedded.Read(element, context, builder).Select(block => new WordPiece(block.Kind, block.Text, Page, block.Level)));
                break;
            case "AlternateContent":
                ReadAll(element.Choice(), to);
                break;
            case "del" or "moveFrom":
                builder.LeaveOut("deleted-text", element.AllWords());
                break;
            case var name when !WordElements.IsProperties(name):
                ReadAll(element, to);
                break;
        }
    }

    /// <summary>Words and equations can occur in the body without a paragraph around them.</summary>
    private static bool IsBare(string name) => name is "r" or "hyperlink" or "fldSimple" or "oMath" or "oMathPara";

    private void ReadAll(XElement? parent, List<WordPiece> to)
    {
        foreach (var child in parent?.Elements() ?? [])
        {
            Read(child, to);
        }
    }

    private void ReadTable(IEnumerable<XElement> rows, List<WordPiece> to, bool isNested)
    {
        End(to);
        var (table, page) = (new WordTable(this, context.Package.Options), Page);
        foreach (var row in rows)
        {
            table.Add(row);
        }

        to.AddRange(table.Read(page, isNested));
    }

    private void ReadParagraph(XElement paragraph, List<WordPiece> to)
    {
        var words = new WordInlines(context, paragraph);
        builder.LeaveOut("hidden-text", words.Hidden);
        builder.LeaveOut("deleted-text", words.Deleted);
        builder.LeaveOut("link-address", words.LongAddresses);
        builder.LeaveOut("picture-description", words.Descriptions);
        Page += words.PageBreaksBefore;
        var (before, after) = carried ?? ("", []);
        carried = null;
        var text = before + words.Text;
        var piece = Joins(paragraph.Element("pPr")) ? null : Piece(paragraph, text, words, before.Length);
        Page += words.PageBreaks.Count;
        after.AddRange(words.Notes.Select(note => new WordPiece(BlockKind.Paragraph, note, Page, IsNote: true)));
        ReadAnchored(words.Anchored, after);
        if (piece is null)
        {
            carried = (text, after);
            return;
        }

        to.Add(piece);
        to.AddRange(after);
    }

    private void ReadAnchored(List<XElement> anchored, List<WordPiece> to)
    {
        foreach (var element in anchored)
        {
            if (element.Name.LocalName is "chart" or "relIds")
            {
                to.AddRange(graphics.Read(element, Page));
                continue;
            }

            ReadAll(element, to);
            End(to);
        }
    }

    private void End(List<WordPiece> to)
    {
        if (carried is { } rest)
        {
            to.Add(new WordPiece(BlockKind.Paragraph, rest.Text, Page));
            to.AddRange(rest.After);
            carried = null;
        }
    }

    /// <summary>Whether the paragraph's end is deleted, or it is the next one's drop cap.</summary>
    private static bool Joins(XElement? properties) =>
        properties?.Element("rPr")?.Elements().Any(mark => mark.IsGone()) == true || properties?.Element("framePr").Of("dropCap") is "drop" or "margin";

    private WordPiece Piece(XElement paragraph, string text, WordInlines words, int shift)
    {
        var (kind, level, marker) = KindOf(paragraph.Element("pPr"));
        if (string.IsNullOrWhiteSpace(text))
        {
            // A number without text only matters in a table, where it counts rows.
            return new WordPiece(kind, "", Page, level, Words: marker == "-" ? "" : marker);
        }

        // A marker comes right before the first word; code keeps its leading spaces.
        var start = marker.Length > 0 ? $"{marker} " : "";
        var (body, cut) = kind == BlockKind.Code ? (text, 0) : (text.TrimStart(), text.Length - text.TrimStart().Length);
        var breaks = words.PageBreaks.Select((at, i) => new PageBreak(start.Length + shift + at - cut, Page + i + 1));
        return new WordPiece(kind, start + body, Page, level, [.. breaks]);
    }

    private (BlockKind Kind, int Level, string Marker) KindOf(XElement? properties)
    {
        var id = properties?.Element("pStyle").Of();
        var style = context.Styles.Of(id);
        var outline = properties?.Element("outlineLvl").Number();
        var heading = outline is null ? style.Heading : outline is >= 0 and < 9 ? Math.Min(outline.Value + 1, 6) : null;
        var number = NumberOf(properties?.Element("numPr"), id, style);
        var marker = number is { } at && properties?.Element("rPr")?.Element("vanish").IsOn() != true ? numbering.Next(at.List, at.Level) : "";
        if (heading is { } level)
        {
            return (BlockKind.Heading, level, marker == "-" ? "" : marker);
        }

        return marker.Length > 0 ? (BlockKind.ListItem, Math.Min(number!.Value.Level + 1, 6), marker) : (style.Kind, 0, "");
    }

    private (int List, int Level)? NumberOf(XElement? own, string? id, WordStyle style)
    {
        var list = own?.Element("numId").Number() ?? style.Number;
        var level = own?.Element("ilvl").Number() ?? numbering.LevelOfStyle(list, id) ?? style.NumberLevel ?? 0;
        return list is > 0 ? (list.Value, Math.Clamp(level, 0, 8)) : null;
    }
}
