#:package DocumentFormat.OpenXml@3.3.0
#:package Markdig@1.6.0
#:property PublishAot=false

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using MdTable = Markdig.Extensions.Tables.Table;

// make-word.cs <source.md> <target.docx>: a Word document with styles, numbered lists, tables, header and footer.
var source = Markdown.Parse(File.ReadAllText(args[0]), new MarkdownPipelineBuilder().UsePipeTables().Build());
using var word = WordprocessingDocument.Create(args[1], WordprocessingDocumentType.Document);
var main = word.AddMainDocumentPart();
var body = new Body();
main.Document = new Document(body);
main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
    new Style(new StyleName { Val = "Normal" }, new StyleParagraphProperties(new SpacingBetweenLines { After = "120" }), new StyleRunProperties(new FontSize { Val = "21" }))
        { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
    Heading("Title", "Title", 44, null), Heading("Heading1", "heading 1", 30, 0), Heading("Heading2", "heading 2", 25, 1),
    new Style(new StyleName { Val = "List Paragraph" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "ListParagraph" });
main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
    new AbstractNum(List(NumberFormatValues.Bullet, "•")) { AbstractNumberId = 0 },
    new AbstractNum(List(NumberFormatValues.Decimal, "%1.")) { AbstractNumberId = 1 },
    new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
    new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 });
foreach (var block in source)
    Add(block);
AddFrame();
main.Document.Save();

void Add(MarkdownObject block)
{
    switch (block)
    {
        case HeadingBlock heading:
            body.Append(Paragraph(Text(heading.Inline), heading.Level == 1 ? "Title" : $"Heading{heading.Level - 1}"));
            break;
        case ListBlock list:
            foreach (var item in list.Cast<ListItemBlock>())
            {
                var paragraph = Paragraph(Text(((ParagraphBlock)item[0]).Inline), "ListParagraph");
                paragraph.ParagraphProperties!.Append(new NumberingProperties(
                    new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list.IsOrdered ? 2 : 1 }));
                body.Append(paragraph);
            }
            break;
        case MdTable table:
            body.Append(new Table([Borders(), .. table.Cast<Markdig.Extensions.Tables.TableRow>().Select(Row)]), new Paragraph());
            break;
        case ParagraphBlock paragraph:
            body.Append(Paragraph(Text(paragraph.Inline), "Normal"));
            break;
    }
}

TableRow Row(Markdig.Extensions.Tables.TableRow row) =>
    new(row.Cast<Markdig.Extensions.Tables.TableCell>().Select(cell => new TableCell(Paragraph(Text(((ParagraphBlock)cell[0]).Inline), "Normal"))));

static Paragraph Paragraph(string text, string style) =>
    new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

static string Text(ContainerInline? inlines) =>
    string.Concat(inlines!.Descendants().Select(part => part switch { LiteralInline words => words.Content.ToString(), LineBreakInline => " ", _ => "" }));

static Style Heading(string id, string name, int size, int? outline)
{
    var properties = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "280", After = "100" });
    if (outline is { } level)
        properties.Append(new OutlineLevel { Val = level });
    return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, properties, new StyleRunProperties(new Bold(), new FontSize { Val = size.ToString() }))
        { Type = StyleValues.Paragraph, StyleId = id };
}

static Level List(NumberFormatValues format, string text) =>
    new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text },
        new PreviousParagraphProperties(new Indentation { Left = "500", Hanging = "300" })) { LevelIndex = 0 };

static TableProperties Borders()
{
    var line = (Func<BorderType, BorderType>)(border => { border.Val = BorderValues.Single; border.Size = 4; return border; });
    return new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }, new TableBorders(
        line(new TopBorder()), line(new LeftBorder()), line(new BottomBorder()), line(new RightBorder()),
        line(new InsideHorizontalBorder()), line(new InsideVerticalBorder())));
}

void AddFrame()
{
    var header = main.AddNewPart<HeaderPart>();
    header.Header = new Header(Paragraph("Orchard Bridge Engineering · Travel and Expense Policy 4.2", "Normal"));
    var footer = main.AddNewPart<FooterPart>();
    footer.Footer = new Footer(new Paragraph(new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));
    body.Append(new SectionProperties(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
        new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1417, Right = 1304, Bottom = 1304, Left = 1304, Header = 708, Footer = 708 }));
}
