using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PdfLayoutTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinyPdf pdf) => TestFiles.ReadAsync(files.Write("made.pdf", pdf.Build()));

    [Fact]
    public async Task Titles_and_last_lines_are_not_running_lines()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 40; page++)
        {
            pdf.Page().Line(72, 72, $"Section {page}").Lines(72, 100, $"Text of page {page} begins.", $"It goes on for {page} lines.").Line(72, 780, $"Closing words {page}.");
        }

        var text = TextComposer.Compose(await ReadAsync(pdf)).Text;

        for (var page = 1; page <= 40; page++)
        {
            text.ShouldContain($"Section {page}\n");
            text.ShouldContain($"Closing words {page}.");
        }
    }

    [Fact]
    public async Task Running_headers_and_page_numbers_are_left_out_and_counted()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 4; page++)
        {
            pdf.Page().Line(72, 40, "Handbook of rules").Lines(72, 100, $"Rule {page} is this.").Line(290, 810, $"Page {page} of 4");
        }

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.Select(block => block.Text).ShouldBe(["Rule 1 is this.", "Rule 2 is this.", "Rule 3 is this.", "Rule 4 is this."]);
        extraction.LeftOut.ShouldContain(new LeftOut("running-header", 60, "Handbook of rules"));
        extraction.LeftOut.ShouldContain(new LeftOut("page-number", 32, "Page 1 of 4"));
    }

    [Fact]
    public async Task A_broken_word_is_mended_and_its_paragraph_joined()
    {
        var pdf = new TinyPdf().Page().Lines(72, 100, "The measuring instru-", "ment is kept dry and", "clean at all times.");

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("The measuring instrument is kept dry and clean at all times.");
    }

    [Fact]
    public async Task A_hyphen_stays_where_the_document_writes_the_word_with_it()
    {
        var pdf = new TinyPdf().Page().Lines(72, 100, "A well-known rule is that the well-", "known rule is not read by anyone.");

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldContain("that the well-known rule");
    }

    [Fact]
    public async Task A_paragraph_goes_on_over_the_page_break()
    {
        var pdf = new TinyPdf()
            .Page().Lines(72, 100, "Goods that arrive late are kept in the tempered zone and are", "not moved to the racks before the shift lead has released")
            .Page().Lines(72, 100, "them in writing, which takes no longer than a single hour.");

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldContain("has released them in writing");
    }

    [Fact]
    public async Task Columns_are_read_one_after_the_other()
    {
        var pdf = new TinyPdf().Page();
        string[] left = [.. Enumerable.Range(1, 8).Select(i => $"left column line number {i} of the text")];
        string[] right = [.. Enumerable.Range(1, 8).Select(i => $"right column line number {i} of the text")];
        pdf.Lines(72, 100, left).Lines(320, 100, right);

        var text = TextComposer.Compose(await ReadAsync(pdf)).Text;

        text.IndexOf("left column line number 8", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("right column line number 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Aligned_cells_are_a_table()
    {
        var pdf = new TinyPdf().Page();
        string[][] rows = [["Shift", "Begins", "Supplement"], ["Early", "06:00", "none"], ["Night", "22:00", "30 percent"]];
        foreach (var (i, row) in rows.Index())
        {
            pdf.Line(72, 100 + 16 * i, row[0]).Line(200, 100 + 16 * i, row[1]).Line(330, 100 + 16 * i, row[2]);
        }

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldHaveSingleItem().Text.ShouldBe("| Shift | Begins | Supplement |\n| --- | --- | --- |\n| Early | 06:00 | none |\n| Night | 22:00 | 30 percent |");
    }

    [Fact]
    public async Task Heading_levels_follow_their_numbers_and_heights()
    {
        var pdf = new TinyPdf().Page()
            .Line(72, 80, "Safety at work", 24).Line(72, 130, "1 Duties", 16).Lines(72, 160, "Everyone looks after everyone else here.", "Nobody works alone in the cold.")
            .Line(72, 210, "1.1 Shoes", 12).Lines(72, 240, "Shoes are worn in all halls at all times.", "They are replaced each year.");

        var outline = TextComposer.Compose(await ReadAsync(pdf)).Outline;

        outline.Select(entry => (entry.Title, entry.Level)).ShouldBe([("Safety at work", 1), ("1 Duties", 1), ("1.1 Shoes", 2)]);
    }
}
