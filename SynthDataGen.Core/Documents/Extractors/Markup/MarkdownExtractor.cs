using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Microsoft.Extensions.Options;
using MarkdigBlock = Markdig.Syntax.Block;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Reads Markdown: its blocks as they are written, front matter left out.</summary>
public sealed class MarkdownExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().Build();

    public bool Reads(string mediaType) => mediaType == MediaTypes.Markdown;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        var text = TextDecoder.Decode(await File.ReadAllBytesAsync(file.Path, cancellationToken));
        var builder = new ExtractionBuilder(options.Value);
        Walk(builder, Markdown.Parse(TextCleaner.Clean(text), Pipeline), list: 0, cancellationToken);
        return builder.Build();
    }

    private static void Walk(ExtractionBuilder builder, ContainerBlock container, int list, CancellationToken cancellationToken)
    {
        foreach (var block in container)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (block is ListBlock items)
            {
                AddItems(builder, items, list + 1, cancellationToken);
            }
            else if (block is Table table)
            {
                builder.Add(BlockKind.Table, MarkdownTable.Render([.. table.OfType<TableRow>().Select(Cells)]));
            }
            else if (block is ContainerBlock inner)
            {
                Walk(builder, inner, list, cancellationToken);
            }
            else
            {
                AddLeaf(builder, block);
            }
        }
    }

    private static void AddLeaf(ExtractionBuilder builder, MarkdigBlock block)
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
                builder.Add(BlockKind.Paragraph, HtmlText.Of(html.Lines.ToString()));
                break;
            case LeafBlock { Inline: not null } leaf:
                builder.Add(BlockKind.Paragraph, MarkdownInlines.Text(leaf.Inline));
                break;
        }
    }

    private static void AddItems(ExtractionBuilder builder, ListBlock items, int level, CancellationToken cancellationToken)
    {
        var number = int.TryParse(items.OrderedStart, out var start) ? start : 1;
        foreach (var item in items.OfType<ListItemBlock>())
        {
            var marker = items.IsOrdered ? $"{number++}{items.OrderedDelimiter}" : "-";
            var lead = item.Count > 0 ? item[0] as ParagraphBlock : null;
            if (lead is not null)
            {
                builder.Add(BlockKind.ListItem, $"{marker} {MarkdownInlines.Text(lead.Inline)}", level);
                item.RemoveAt(0);
            }
            Walk(builder, item, level, cancellationToken);
        }
    }

    private static string[] Cells(TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => MarkdownInlines.Text(leaf.Inline))))];
}
