using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;

namespace SynthDataGen.Core.Tests.Documents;

/// <summary>What holds for every extractor.</summary>
public abstract class TextExtractorContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static IOptions<ExtractionOptions> Options { get; } = Microsoft.Extensions.Options.Options.Create(new ExtractionOptions());

    protected abstract IDocumentExtractor Extractor { get; }
    protected abstract string MediaType { get; }

    /// <summary>A document of several sections with a list and a table.</summary>
    protected abstract string Document { get; }

    /// <summary>Phrases of it, in the order in which a reader meets them.</summary>
    protected abstract string[] Phrases { get; }

    protected virtual int LeastHeadings => 5;

    /// <summary>The marks of its list items; none for formats that have no lists.</summary>
    protected virtual string[] ListMarks => ["- ", "1. "];

    protected Task<Extraction> ExtractAsync(CancellationToken cancellationToken) =>
        Extractor.ExtractAsync(new DocumentFile(Document, Path.GetFileName(Document), MediaType, new FileInfo(Document).Length), cancellationToken);

    [Fact]
    public void It_reads_its_own_media_type_and_no_other()
    {
        string[] all =
        [
            MediaTypes.Pdf, MediaTypes.Word, MediaTypes.Slides, MediaTypes.Sheets, MediaTypes.Book, MediaTypes.Csv, MediaTypes.Markdown, MediaTypes.Html,
            MediaTypes.Text, MediaTypes.Unknown,
        ];

        all.Where(Extractor.Reads).ShouldBe([MediaType]);
    }

    [Fact]
    public async Task Phrases_come_in_the_order_of_reading()
    {
        var text = TextComposer.Compose(await ExtractAsync(Token)).Text;

        var places = Phrases.Select(phrase => text.IndexOf(phrase, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public async Task Headings_have_levels_and_other_text_has_none()
    {
        var blocks = (await ExtractAsync(Token)).Blocks;

        blocks.Count(block => block.Kind == BlockKind.Heading).ShouldBeGreaterThanOrEqualTo(LeastHeadings);
        blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.ListItem).ShouldAllBe(block => block.Level >= 1 && block.Level <= 6);
        blocks.Where(block => block.Kind is BlockKind.Paragraph or BlockKind.Table).ShouldAllBe(block => block.Level == 0);
    }

    [Fact]
    public async Task Lists_are_items_with_their_marks()
    {
        var items = (await ExtractAsync(Token)).Blocks.Where(block => block.Kind == BlockKind.ListItem).ToList();

        ListMarks.ShouldAllBe(mark => items.Exists(item => item.Text.StartsWith(mark, StringComparison.Ordinal)));
        items.Count.ShouldBeGreaterThanOrEqualTo(ListMarks.Length);
    }

    [Fact]
    public async Task Blocks_have_words_and_no_surrounding_space()
    {
        var extraction = await ExtractAsync(Token);

        extraction.Blocks.ShouldAllBe(block => block.Text.Length > 0 && block.Text.TrimEnd() == block.Text && !block.Text.Contains('\0'));
        extraction.Blocks.ShouldAllBe(block => block.Page >= 1 && block.Page <= extraction.Pages);
    }

    [Fact]
    public async Task The_same_file_gives_the_same_blocks()
    {
        var first = await ExtractAsync(Token);

        (await ExtractAsync(Token)).Blocks.ShouldBe(first.Blocks);
    }

    [Fact]
    public async Task Cancelling_stops_the_extraction()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => ExtractAsync(cancelled.Token));
    }
}
