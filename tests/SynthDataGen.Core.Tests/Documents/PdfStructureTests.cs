using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PdfStructureTests : IDisposable
{
    private static readonly string[] Prose =
    [
        "Perishable goods that arrive late are kept in the tempered zone and are not",
        "transferred to the racks before the shift lead has released them in writing.",
        "Whosoever finds a pallet without papers puts it aside and marks it with one",
        "conspicuous yellow card and calls the office, where somebody decides soon",
        "afterwards what is to become of it. Nobody opens the wrap of other pallets.",
    ];

    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinyPdf pdf) => TestFiles.ReadAsync(files.Write("made.pdf", pdf.Build()));

    [Fact]
    public async Task Bookmarks_decide_headings_and_their_levels()
    {
        var pdf = new TinyPdf()
            .Page().Bookmark("Duties").Line(72, 80, "Part I Duties").Lines(72, 104, Prose).Bookmark("Cold rooms", 2).Line(72, 180, "Cold rooms").Lines(72, 192, Prose)
            .Page().Bookmark("Shoes", 3).Line(72, 80, "1.1 Shoes").Lines(72, 104, Prose).Line(72, 180, "1.2 Gloves", 12).Lines(72, 204, Prose);

        var outline = TextComposer.Compose(await ReadAsync(pdf)).Outline;

        outline.Select(entry => (entry.Title, entry.Level)).ShouldBe([("Part I Duties", 1), ("Cold rooms", 2), ("1.1 Shoes", 3), ("1.2 Gloves", 3)]);
    }

    [Fact]
    public async Task A_bookmark_that_names_nothing_on_its_page_changes_nothing()
    {
        var pdf = new TinyPdf().Page().Bookmark("Another matter").Bookmark("late are kept").Lines(72, 104, Prose).Page().Lines(72, 104, "A last line.");

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldAllBe(block => block.Kind == BlockKind.Paragraph);
    }

    [Fact]
    public async Task A_bold_line_over_text_is_a_heading_though_it_is_no_taller()
    {
        var pdf = new TinyPdf().Page().Lines(72, 80, Prose).Line(72, 160, "Pallets without papers", bold: true).Lines(72, 172, Prose)
            .Line(72, 252, "Pallets without papers").Lines(72, 264, Prose);

        var blocks = (await ReadAsync(pdf)).Blocks;

        blocks.Where(block => block.Kind == BlockKind.Heading).ShouldHaveSingleItem().Text.ShouldBe("Pallets without papers");
        blocks[1].Kind.ShouldBe(BlockKind.Heading);
    }

    [Fact]
    public async Task A_bold_term_with_its_text_further_in_is_no_heading()
    {
        var pdf = new TinyPdf().Page().Lines(72, 80, Prose).Line(72, 160, "Pallets without papers", bold: true).Lines(100, 172, Prose);

        (await ReadAsync(pdf)).Blocks.ShouldNotContain(block => block.Kind == BlockKind.Heading);
    }

    [Fact]
    public async Task A_paragraph_runs_on_past_the_footnotes_and_they_follow_it()
    {
        var pdf = new TinyPdf()
            .Page().Lines(72, 600, Prose).Lines(72, 660, "Every driver signs the register before the doors are opened, and again when")
            .Line(72, 740, "1 The register lies at gate two.", 8).Line(72, 750, "2 There are four doors.", 8)
            .Page().Lines(72, 100, "the seal has been broken in the presence of the shift lead.").Lines(72, 130, Prose);

        var blocks = (await ReadAsync(pdf)).Blocks;

        blocks[0].Text.ShouldEndWith("again when the seal has been broken in the presence of the shift lead.");
        blocks[0].Breaks.ShouldHaveSingleItem().Page.ShouldBe(2);
        blocks.Skip(1).Take(2).Select(block => (block.Text, block.Page)).ShouldBe([("1 The register lies at gate two.", 1), ("2 There are four doors.", 1)]);
    }

    [Fact]
    public async Task Footnote_marks_are_not_page_numbers()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 6; page++)
        {
            pdf.Page().Lines(72, 100, Prose).Line(72, 786, $"{(page < 4 ? page : 2 * page)}", 6).Line(80, 790, $"Note number {page} of this document.", 9);
        }

        var text = TextComposer.Compose(await ReadAsync(pdf)).Text;

        for (var page = 1; page <= 6; page++)
        {
            text.ShouldContain($"Note number {page} of this document.");
        }
    }

    [Fact]
    public async Task Chance_repetitions_are_not_running_footers()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 30; page++)
        {
            pdf.Page().Lines(72, 100, $"Page {page} begins here.").Line(72, 790, page % 8 == 0 ? "For example:" : $"Closing words {page}.");
        }

        TextComposer.Compose(await ReadAsync(pdf)).Text.Split("For example:").Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_footer_with_the_page_number_in_it_is_left_out()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 4; page++)
        {
            pdf.Page().Lines(72, 100, Prose).Line(72, 800, $"Handbook, page {page}");
        }

        var extraction = await ReadAsync(pdf);

        extraction.LeftOut.ShouldContain(new LeftOut("running-footer", 56, "Handbook, page 1"));
    }

    [Fact]
    public async Task A_page_with_text_that_runs_upward_is_read_in_order()
    {
        var pdf = new TinyPdf().Page();
        foreach (var (i, line) in Prose.Index())
        {
            pdf.Upward(100 + 12 * i, 760, line);
        }

        (await ReadAsync(pdf)).Blocks.ShouldHaveSingleItem().Text.ShouldBe(string.Join(' ', Prose));
    }

    [Fact]
    public async Task A_great_first_letter_belongs_to_its_word()
    {
        var pdf = new TinyPdf().Page().Line(72, 124, "P", 43).Lines(102, 100, Prose[0][1..], Prose[1], Prose[2]).Lines(72, 136, Prose[3], Prose[4]);

        (await ReadAsync(pdf)).Blocks.Select(block => block.Text).First().ShouldStartWith("Perishable goods that arrive late");
    }

    [Fact]
    public async Task Consecutive_numbers_are_a_list_however_tall()
    {
        var pdf = new TinyPdf().Page().Lines(72, 80, Prose).Line(72, 160, "1. Put on the gloves", 12).Line(72, 176, "2. Open the door", 12).Line(72, 192, "3. Call the office", 12);

        (await ReadAsync(pdf)).Blocks.Count(block => block.Kind == BlockKind.ListItem).ShouldBe(3);
    }

    [Fact]
    public async Task A_letter_with_a_tab_behind_it_is_a_bullet()
    {
        var pdf = new TinyPdf().Page().Line(72, 100, "o").Line(90, 100, "gloves and shoes").Line(72, 114, "o").Line(90, 114, "a yellow card");

        var blocks = (await ReadAsync(pdf)).Blocks;

        blocks.Select(block => (block.Kind, block.Text)).ShouldBe([(BlockKind.ListItem, "- gloves and shoes"), (BlockKind.ListItem, "- a yellow card")]);
    }

    [Fact]
    public async Task Outdented_text_does_not_continue_a_list_item()
    {
        var pdf = new TinyPdf().Page().Lines(72, 80, Prose).Line(90, 150, "-").Line(102, 150, "gloves and shoes").Line(90, 162, "-").Line(102, 162, "a yellow card").Lines(72, 174, Prose);

        (await ReadAsync(pdf)).Blocks.Select(block => block.Text).ShouldContain("- a yellow card");
    }

    [Fact]
    public async Task Lines_over_both_columns_are_one_paragraph()
    {
        string[] left = [.. Enumerable.Range(1, 8).Select(i => $"Left column line number {i} of the text")];
        string[] right = [.. Enumerable.Range(1, 8).Select(i => $"Right column line number {i} of the text")];
        var pdf = new TinyPdf().Page().Lines(130, 80, Prose[0], Prose[1]).Lines(72, 120, left).Lines(320, 120, right);

        (await ReadAsync(pdf)).Blocks[0].Text.ShouldBe($"{Prose[0]} {Prose[1]}");
    }
}
