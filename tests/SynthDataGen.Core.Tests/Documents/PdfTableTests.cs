using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Documents;

public sealed class PdfTableTests : IDisposable
{
    private readonly TestFiles files = new();

    public void Dispose() => files.Dispose();

    private Task<Extraction> ReadAsync(TinyPdf pdf) => TestFiles.ReadAsync(files.Write("made.pdf", pdf.Build()));

    [Fact]
    public async Task A_cells_lines_are_joined_in_any_column()
    {
        var pdf = new TinyPdf().Page()
            .Row(100, (72, "Zone"), (200, "Kept there"), (400, "Limit"))
            .Row(124, (72, "Tempered zone"), (200, "Fruit, vegetables, flowers and"), (400, "12 hours")).Row(136, (72, "of hall two"), (200, "whatever else must not freeze"))
            .Row(160, (72, "Cold zone"), (200, "Meat and fish"), (400, "2 hours"));

        (await ReadAsync(pdf)).Blocks.ShouldHaveSingleItem().Text.ShouldBe(
            """
            | Zone | Kept there | Limit |
            | --- | --- | --- |
            | Tempered zone of hall two | Fruit, vegetables, flowers and whatever else must not freeze | 12 hours |
            | Cold zone | Meat and fish | 2 hours |
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_head_over_several_columns_stands_in_the_first_of_them()
    {
        var pdf = new TinyPdf().Page()
            .Row(100, (72, "Hall"), (200, "Staff in the day and night shifts"))
            .Row(114, (72, "One"), (200, "12"), (300, "4"), (400, "yes")).Row(128, (72, "Two"), (200, "9"), (300, "3"), (400, "no")).Row(142, (72, "Three"), (200, "5"), (300, "1"), (400, "no"));

        (await ReadAsync(pdf)).Blocks.ShouldHaveSingleItem().Text.Split('\n')[0].ShouldBe("| Hall | Staff in the day and night shifts | | |");
    }

    [Fact]
    public async Task A_table_goes_on_over_the_page_and_its_repeated_head_is_left_out()
    {
        var pdf = new TinyPdf().Page().Lines(72, 600, "The halls have these limits, which the shift lead checks.");
        pdf.Row(630, (72, "Hall"), (200, "Limit")).Row(644, (72, "One"), (200, "12 hours")).Row(658, (72, "Two"), (200, "2 hours"));
        pdf.Page().Row(120, (72, "Hall"), (200, "Limit")).Row(134, (72, "Three"), (200, "1 hour")).Row(148, (72, "Four"), (200, "8 hours"));

        var extraction = await ReadAsync(pdf);

        var table = extraction.Blocks.Single(block => block.Kind == BlockKind.Table);
        table.Text.ShouldBe("| Hall | Limit |\n| --- | --- |\n| One | 12 hours |\n| Two | 2 hours |\n| Three | 1 hour |\n| Four | 8 hours |");
        table.Breaks.ShouldBe([new PageBreak(table.Text.IndexOf("| Three", StringComparison.Ordinal), 2)]);
        extraction.LeftOut.ShouldContain(new LeftOut("repeated-table-header", 9, "HallLimit"));
    }

    [Fact]
    public async Task Words_of_a_stretched_line_are_not_cells()
    {
        const string Line = "Package Version License Authors Section Summary";
        var pdf = new TinyPdf().Page().Stretched(72, 100, Line, 30).Stretched(72, 112, Line, 31);

        (await ReadAsync(pdf)).Blocks.ShouldNotContain(block => block.Kind == BlockKind.Table);
    }

    [Fact]
    public async Task A_caption_stays_beside_its_table()
    {
        var pdf = new TinyPdf().Page().Line(72, 100, "Table 2").Line(130, 100, "Limits of the halls")
            .Row(120, (72, "Hall"), (200, "Limit")).Row(134, (72, "One"), (200, "12 hours")).Row(148, (72, "Two"), (200, "2 hours"));

        (await ReadAsync(pdf)).Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Caption, BlockKind.Table]);
    }

    [Fact]
    public async Task Text_between_tables_separates_them()
    {
        var pdf = new TinyPdf().Page()
            .Row(100, (72, "Hall"), (200, "Limit")).Row(114, (72, "One"), (200, "12 hours")).Row(128, (72, "Two"), (200, "2 hours"))
            .Line(72, 152, "The gates are opened at other times")
            .Row(176, (72, "Gate"), (200, "Opened")).Row(190, (72, "North"), (200, "at six")).Row(204, (72, "South"), (200, "at noon"));

        (await ReadAsync(pdf)).Blocks.Select(block => block.Kind).ShouldBe([BlockKind.Table, BlockKind.Paragraph, BlockKind.Table]);
    }

    [Fact]
    public async Task Two_sides_of_a_spread_are_not_a_table()
    {
        var pdf = new TinyPdf().Page();
        for (var i = 0; i < 12; i++)
        {
            pdf.Line(60, 100 + 21 * i, i % 3 == 0 ? $"Question {i} of the left side." : "yes").Line(330, 109 + 27 * i, i % 3 == 0 ? $"Question {i} of the right side." : "no");
        }

        var extraction = await ReadAsync(pdf);

        extraction.Blocks.ShouldNotContain(block => block.Kind == BlockKind.Table);
        var text = TextComposer.Compose(extraction).Text;
        text.IndexOf("Question 9 of the left", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("Question 0 of the right", StringComparison.Ordinal));
    }
}
