using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Documents.Extractors.Slides;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class SlidesContract : TextExtractorContract, IDisposable
{
    private readonly TestFiles files = new();

    protected override IDocumentExtractor Extractor => new SlidesExtractor(Options);
    protected override string MediaType => MediaTypes.Slides;
    protected override string Document => files.Write("safety.pptx", SlidesTests.Safety.Build());

    protected override string[] Phrases =>
    [
        "Safety briefing", "- Wear a helmet.\n  - A yellow one.", "1. Stop the belt.\n2. Press", "Notes", "Tell the story of 2019.", "| Alarm | Place |", "Slide 4", "Call 112.",
    ];

    public void Dispose() => files.Dispose();
}

public sealed class SlidesTests : IDisposable
{
    private readonly TestFiles files = new();

    internal static TinySlides Safety => new TinySlides()
        .Slide(TinySlides.Shape("body", TinySlides.Bullet("Wear a helmet."), TinySlides.Bullet("A yellow one.", 1)), TinySlides.Title("Safety briefing"))
        .Slide("Tell the story of 2019.", hidden: false, TinySlides.Title("In an emergency"), TinySlides.Shape("", TinySlides.Numbered("Stop the belt."), TinySlides.Numbered("Press the button.")))
        .Slide(TinySlides.Title("Alarms"), TinySlides.Table("Alarm|Place", "Fire|Gate", "Smoke|^"))
        .Slide(TinySlides.Shape("", TinySlides.Paragraph("Call 112.")), TinySlides.Shape("sldNum", TinySlides.Paragraph("4")));

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinySlides slides) => TestFiles.ReadAsync(files.Write("made.pptx", slides.Build()));

    [Fact]
    public async Task Slides_are_pages_and_their_titles_come_first()
    {
        var extraction = await ReadAsync(Safety);

        extraction.Pages.ShouldBe(4);
        extraction.Blocks.Where(block => block is { Kind: BlockKind.Heading, Level: 1 }).Select(block => (block.Text, block.Page))
            .ShouldBe([("Safety briefing", 1), ("In an emergency", 2), ("Alarms", 3), ("Slide 4", 4)]);
    }

    [Fact]
    public async Task Hidden_slides_are_left_out_and_counted_and_keep_their_number()
    {
        var slides = new TinySlides().Slide(notes: "", hidden: true, TinySlides.Title("Secret")).Slide(TinySlides.Title("Open"));

        var extraction = await ReadAsync(slides);

        extraction.Blocks.ShouldBe([new Block(BlockKind.Heading, "Open", 2, 1)]);
        extraction.LeftOut.ShouldBe([new LeftOut("hidden-slide", 6, "Secret")]);
    }

    [Fact]
    public async Task A_slide_without_words_has_no_heading()
    {
        var extraction = await ReadAsync(new TinySlides().Slide(TinySlides.Shape("sldNum", TinySlides.Paragraph("1"))).Slide(TinySlides.Title("Words")));

        extraction.Blocks.ShouldBe([new Block(BlockKind.Heading, "Words", 2, 1)]);
    }

    [Fact]
    public async Task Slide_numbers_are_left_out_and_counted()
    {
        var extraction = await ReadAsync(Safety);

        extraction.LeftOut.Select(left => (left.Reason, left.Characters)).ShouldBe([("notes-frame", 1), ("page-number", 1)]);
    }

    [Fact]
    public async Task Merged_cells_are_repeated_in_every_place_they_cover()
    {
        var extraction = await ReadAsync(new TinySlides().Slide(TinySlides.Title("T"), TinySlides.Table("Day|Hours|&lt;", "Mon|8|9", "Tue|^|10")));

        extraction.Blocks[1].Text.ShouldBe("| Day | Hours | < |\n| --- | --- | --- |\n| Mon | 8 | 9 |\n| Tue | 8 | 10 |");
    }

    [Theory]
    [InlineData("alphaLcParenR", "a) First", "b) Second")]
    [InlineData("romanUcPeriod", "I. First", "II. Second")]
    [InlineData("arabicParenBoth", "(1) First", "(2) Second")]
    public async Task Numbers_are_written_as_the_slide_shows_them(string scheme, string first, string second)
    {
        var extraction = await ReadAsync(new TinySlides().Slide(TinySlides.Shape("", TinySlides.Numbered("First", scheme), TinySlides.Numbered("Second", scheme))));

        extraction.Blocks.Skip(1).Select(block => block.Text).ShouldBe([first, second]);
    }
}
