using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Goes through a tree of Markdown and makes blocks of it. The parser has bounded how deep it is.</summary>
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
                builder.Add(BlockKind.Heading, MarkdownInlines.Text(heading.Inline), heading.Level);
                break;
            case CodeBlock code:
                builder.Add(BlockKind.Code, code.Lines.ToString());
                break;
            case HtmlBlock html:
                AddHtml(html.Lines.ToString());
                break;
            case LeafBlock { Inline: not null } leaf:
                builder.Add(BlockKind.Paragraph, MarkdownInlines.Text(leaf.Inline));
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

    /// <summary>Adds the first paragraph with its mark, and takes it out, so that only what follows is left.</summary>
    private void AddLead(ContainerBlock container, BlockKind kind, string mark, int level)
    {
        if (container.Count > 0 && container[0] is ParagraphBlock lead)
        {
            builder.Add(kind, $"{mark} {MarkdownInlines.Text(lead.Inline)}", level);
            container.RemoveAt(0);
        }
    }

    private static string[] Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => MarkdownInlines.Text(leaf.Inline))))];
}
