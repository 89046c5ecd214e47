using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using MarkdigBlock = Markdig.Syntax.Block;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>
/// Sits among the Markdown parsers, which have no limits themselves, and sees every line and mark: it ends the reading
/// when its time is up, and refuses what would fill the memory. Marks of one paragraph are matched against each other, which
/// takes the square of their number: that has a limit of its own.
/// </summary>
internal sealed class MarkdownGuard(ExtractionOptions options, CancellationToken cancellationToken)
{
    private const string Self = nameof(MarkdownGuard);

    private MarkdigBlock? last;
    private int nodes, marks;

    /// <summary>Makes the pipeline's parsers, and those of extensions added before, ask the guard of their reading.</summary>
    public static MarkdownPipeline AddTo(MarkdownPipelineBuilder builder)
    {
        builder.Extensions.Add(new Posts());
        return builder.Build();
    }

    public MarkdownDocument Parse(string text, MarkdownPipeline pipeline)
    {
        var context = new MarkdownParserContext();
        context.Properties[Self] = this;
        return Markdown.Parse(text, pipeline, context);
    }

    private static MarkdownGuard Of(MarkdownParserContext? context) => (MarkdownGuard)context!.Properties[Self];

    private void Count()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++nodes > options.MaxNodes)
        {
            throw Fault.TooLarge("lines and marks", options.MaxNodes);
        }
    }

    private void CountLine(MarkdigBlock? block)
    {
        Count();
        if (block is ParagraphBlock paragraph && paragraph.Lines.Count > options.MaxParagraphLines)
        {
            throw Fault.TooLarge("lines in one paragraph", options.MaxParagraphLines);
        }
    }

    private void CountMark(MarkdigBlock? block, char mark)
    {
        Count();
        (last, marks) = (block, block == last ? marks : 0);
        // Table and line marks come in order and are never matched against each other.
        if (mark is not ('|' or '\n') && ++marks > options.MaxParagraphMarks)
        {
            throw Fault.TooLarge("marks in one paragraph", options.MaxParagraphMarks);
        }
    }

    private sealed class Posts : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.BlockParsers.Insert(0, new Lines());
            pipeline.InlineParsers.Insert(0, new Marks([.. pipeline.InlineParsers.SelectMany(parser => parser.OpeningCharacters ?? []).Distinct()]));
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            // Documents are never rendered.
        }
    }

    private sealed class Lines : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            Of(processor.Context).CountLine(processor.CurrentBlock);
            return BlockState.None;
        }
    }

    private sealed class Marks : InlineParser
    {
        public Marks(char[] marks) => OpeningCharacters = marks;

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            Of(processor.Context).CountMark(processor.Block, slice.CurrentChar);
            return false;
        }
    }
}
