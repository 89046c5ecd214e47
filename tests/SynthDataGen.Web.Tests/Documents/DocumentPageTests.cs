using Bunit;
using SynthDataGen.Client.Documents;
using SynthDataGen.Web.Documents;

namespace SynthDataGen.Web.Tests.Documents;

public sealed class DocumentPageTests : WebTest
{
    [Fact]
    public async Task The_text_is_shown_in_one_band_per_chunk()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        string.Concat(page.FindAll(".heading, .words").Select(part => part.TextContent)).ShouldBe(Data.Text.Text);
        page.FindAll(Id("chunk")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Headings_look_like_headings()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        page.FindAll("[role=heading]").Select(heading => heading.TextContent).ShouldBe(Data.Text.Outline.Select(entry => entry.Title));
    }

    [Fact]
    public async Task A_clicked_chunk_shows_its_facts()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        await ClickAsync(page, Id("chunk"), at: 1);
        var facts = page.Find(Id("chunk-facts"));
        facts.TextContent.ShouldContain("2 Travel");
        facts.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/review?documentId={Data.Handbook.Id}");
        page.FindAll(".open").ShouldHaveSingleItem().GetAttribute("data-start").ShouldBe($"{Data.Text.Outline[1].Start}");
    }

    [Fact]
    public async Task An_open_chunk_closes_by_its_number()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        await ClickAsync(page, Id("chunk"), at: 1);
        await ClickAsync(page, ".number", at: 1);
        page.FindAll(Id("chunk-facts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Boilerplate_that_no_generator_sees_is_named()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        page.Find(Id("skipped")).TextContent.ShouldContain("(1 licence)");
        page.FindAll(".boilerplate").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_outline_scrolls_to_the_text()
    {
        var page = await OpenAsync(Data.Handbook.Id);
        await ClickAsync(page, ".outline button", at: 3);
        page.Find(".outline [aria-current]").TextContent.ShouldBe("4 Parental leave");
        page.Find(".picture img").GetAttribute("src").ShouldBe($"/documents/{Data.Handbook.Id}/pages/4.png");
    }

    [Fact]
    public async Task A_failed_document_shows_its_code_its_sentence_and_a_way_out()
    {
        var scan = Data.Documents.Single(document => document.Failure?.Code == "no-text");
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, scan.Id));
        (await FindAsync(page, ".failed code")).TextContent.ShouldBe("no-text");
        page.Find(".failed").TextContent.ShouldContain(scan.Failure!.Message);
        await ClickAsync(page, ".failed button");
        (await FindAsync(page, ".empty")).TextContent.ShouldContain("Reading the document");
    }

    [Fact]
    public async Task Pages_read_by_OCR_are_counted()
    {
        var at = Data.Documents.FindIndex(document => document.Id == Data.Handbook.Id);
        Data.Documents[at] = Data.Documents[at] with { Revision = Data.Documents[at].Revision! with { OcrPages = 2 } };
        var page = await OpenAsync(Data.Handbook.Id);
        page.Find(Id("ocr")).TextContent.ShouldContain("Read by OCR: 2 pages of");
    }

    [Fact]
    public async Task A_long_outline_is_shown_whole_when_asked_for()
    {
        var headings = Enumerable.Range(0, 1_000).Select(i => new OutlineEntry($"Part {i:D3}", 1, 9 * i, 1)).ToList();
        var text = new DocumentText { RevisionId = Guid.Empty, Text = string.Join('\n', headings.Select(heading => heading.Title)), Outline = headings, Pages = [new(1, 0, 9_000)] };
        var reader = Render<DocumentReader>(parameters => parameters.Add(r => r.Text, text).Add(r => r.Chunks, []));
        reader.FindAll(".outline button").Count.ShouldBe(401);
        await ClickAsync(reader, ".outline .whole");
        reader.FindAll(".outline button").Count.ShouldBe(1_000);
    }

    [Fact]
    public void Code_is_separated_and_may_continue_in_the_next_band()
    {
        var text = new DocumentText
        {
            RevisionId = Guid.Empty, Text = "Title\n\nWords before\n\ncode();\nmore();\n\nWords after", Outline = [new("Title", 1, 0, 1)],
            Pages = [], Code = [new(21, 36)],
        };
        TextPart.Of(text, 0, 30).ShouldBe([new(0, 5, 1), new(5, 21, 0), new(21, 30, 0, IsCode: true)]);
        TextPart.Of(text, 30, 49).ShouldBe([new(30, 36, 0, IsCode: true), new(36, 49, 0)]);
    }

    [Fact]
    public async Task A_missing_document_is_reported()
    {
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, Guid.Empty));
        (await FindAsync(page, ".failure")).TextContent.ShouldContain("There is no such document.");
    }

    [Fact]
    public void Bands_have_no_gaps_or_overlaps()
    {
        Chunk[] chunks = [Chunk(0, 10, 30), Chunk(1, 25, 40), Chunk(2, 60, 80)];
        var bands = ChunkBand.Over(100, chunks, 5, 90);
        bands.Select(band => (band.Start, band.End, band.Ordinal)).ShouldBe(
            [(5, 10, null), (10, 30, 0), (30, 40, 1), (40, 60, null), (60, 80, 2), (80, 90, (int?)null)]);
    }

    [Theory]
    [InlineData(false, "5")]
    [InlineData(true, "5, with the table header repeated")]
    public void A_chunk_says_whether_it_repeats_the_tables_head(bool repeats, string tokens)
    {
        var chunk = Chunk(1, 30, 50) with { Header = repeats ? new(0, 20) : null };
        Render<ChunkFacts>(parameters => parameters.Add(facts => facts.Chunk, chunk)).FindAll("dd")[1].TextContent.ShouldBe(tokens);
    }

    [Fact]
    public async Task Scrolling_loads_more_of_a_long_text()
    {
        var text = new DocumentText { RevisionId = Guid.Empty, Text = string.Join(' ', Enumerable.Repeat("word", 20_000)), Outline = [], Pages = [new(1, 0, 99_999)] };
        var reader = Render<DocumentReader>(parameters => parameters.Add(r => r.Text, text).Add(r => r.Chunks, [Chunk(0, 0, 99_999)]));
        await reader.InvokeAsync(() => reader.Instance.ShowMore(12_000));
        reader.Find(".words").TextContent.Length.ShouldBe(24_000);
        reader.FindAll(".more").ShouldHaveSingleItem();
    }

    private async Task<IRenderedComponent<DocumentPage>> OpenAsync(Guid id)
    {
        var page = Render<DocumentPage>(parameters => parameters.Add(document => document.Id, id));
        await FindAsync(page, ".band");
        return page;
    }

    private static Chunk Chunk(int ordinal, int start, int end) => new() { Id = Guid.Empty, Ordinal = ordinal, Start = start, End = end, Tokens = 5, HeadingPath = [], PageFrom = 1, PageTo = 1, Kind = "text" };
}
