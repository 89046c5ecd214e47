using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax.Inlines;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Turns a Markdown tree into blocks. The parser limits its depth.</summary>
internal sealed class MarkdownWalker(ExtractionBuilder builder, ExtractionOptions options, CancellationToken cancellationToken)
{
    public void Walk(ContainerBlock container, int list = 0)
    {
        foreach (var block in container)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (block)
            {
                case ListBlock items:
                    AddItems(items, list + 1);
                    break;
                case Table table:
                    builder.Add(BlockKind.Table, MarkdownTable.Render([.. table.OfType<TableRow>().Select(Cells)]));
                    break;
                case Footnote note:
                    AddLead(note, BlockKind.Paragraph, $"[{note.Order}]", level: 0);
                    Walk(note, list);
                    break;
                case ContainerBlock inner:
                    Walk(inner, list);
                    break;
                default:
                    AddLeaf(block);
                    break;
            }
        }
    }

    private void AddLeaf(MarkdigBlock block)
    {
        switch (block)
        {
            case YamlFrontMatterBlock matter:
                builder.LeaveOut("front-matter", matter.Lines.ToString());
                break;
            case HeadingBlock heading:
                builder.Add(BlockKind.Heading, Text(heading.Inline), heading.Level);
                break;
            case CodeBlock code:
                builder.Add(BlockKind.Code, code.Lines.ToString());
                break;
            case HtmlBlock html:
                AddHtml(html.Lines.ToString());
                break;
            case LeafBlock { Inline: not null } leaf:
                builder.Add(BlockKind.Paragraph, Text(leaf.Inline));
                break;
        }
    }

    private void AddHtml(string html)
    {
        using var document = HtmlSource.Parse(html, options, cancellationToken);
        if (document.Body is { } body)
        {
            new HtmlWalker(builder, options).Walk(body, cancellationToken);
        }
    }

    private void AddItems(ListBlock items, int level)
    {
        var number = int.TryParse(items.OrderedStart, out var start) ? start : 1;
        foreach (var item in items.OfType<ListItemBlock>())
        {
            AddLead(item, BlockKind.ListItem, items.IsOrdered ? $"{number++}{items.OrderedDelimiter}" : "-", level);
            Walk(item, level);
        }
    }

    /// <summary>Adds the first paragraph with its mark and removes it, so that only the rest remains.</summary>
    private void AddLead(ContainerBlock container, BlockKind kind, string mark, int level)
    {
        if (container.Count > 0 && container[0] is ParagraphBlock lead)
        {
            builder.Add(kind, $"{mark} {Text(lead.Inline)}", level);
            container.RemoveAt(0);
        }
    }

    private static string[] Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Text(leaf.Inline))))];

    /// <summary>The words of inlines, without their marks.</summary>
    private static string Text(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        if (inlines is not null)
        {
            Append(text, inlines);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline line:
                    text.Append(line.IsHard ? '\n' : ' ');
                    break;
                case FootnoteLink { IsBackLink: false } note:
                    text.Append('[').Append(note.Footnote.Order).Append(']');
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    text.Append('\n');
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
    }
}
