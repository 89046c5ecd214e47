using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

public sealed class ChunkerTests
{
    private static DocumentText Compose(params Block[] blocks) => TextComposer.Compose(new Extraction(blocks, blocks.Max(block => block.Page), []));

    private static Block Heading(string text, int level, int page = 1) => new(BlockKind.Heading, text, page, level);

    private static Block Paragraph(string text, int page = 1) => new(BlockKind.Paragraph, text, page);

    private static string Sentences(int count) => string.Join(' ', Enumerable.Range(1, count).Select(i => $"Rule number {i} is kept by everyone."));

    [Fact]
    public void A_chunk_knows_its_headings_and_pages()
    {
        var text = Compose(Heading("Safety", 1), Heading("Shoes", 2), Paragraph("Wear shoes.", 1), Paragraph("Always.", 2), Heading("Gloves", 2, 3), Paragraph("Wear gloves.", 3));

        var chunks = Chunker.Split(text, new ChunkOptions());

        chunks.Select(chunk => (string.Join('/', chunk.HeadingPath), chunk.PageFrom, chunk.PageTo)).ShouldBe([("Safety/Shoes", 1, 2), ("Safety/Gloves", 3, 3)]);
        text.Text[chunks[0].Start..chunks[0].End].ShouldStartWith("Safety");
    }

    [Fact]
    public void A_chunk_ends_on_the_page_that_its_last_paragraph_runs_on_to()
    {
        var text = Compose(new Block(BlockKind.Paragraph, "Wear shoes and gloves.", 1, 0, [new PageBreak(11, 2)]), Paragraph("Always.", 2));

        Chunker.Split(text, new ChunkOptions()).ShouldHaveSingleItem().PageTo.ShouldBe(2);
    }

    [Fact]
    public void A_deep_heading_does_not_part_chunks()
    {
        var text = Compose(Heading("Safety", 1), Paragraph("Wear shoes."), Heading("Note", 4), Paragraph("Always."));

        Chunker.Split(text, new ChunkOptions { HeadingLevels = 3 }).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_long_paragraph_is_cut_between_sentences()
    {
        var text = Compose(Paragraph(Sentences(60)));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 100 });

        chunks.Count.ShouldBeGreaterThan(3);
        chunks.ShouldAllBe(chunk => text.Text[chunk.End - 1] == '.' && text.Text[chunk.Start] == 'R');
    }

    [Fact]
    public void A_heading_stays_with_what_follows_it()
    {
        var text = Compose(Paragraph(Sentences(8)), Heading("Deep", 5), Paragraph(Sentences(6)));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 80 });

        chunks.Select(chunk => text.Text.Substring(chunk.Start, 10)).ShouldContain("Deep\n\nRule");
    }

    [Fact]
    public void A_table_is_cut_between_rows()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 80).Select(i => $"| part {i} | {i * 3} |"));
        var text = Compose(new Block(BlockKind.Table, rows, 1));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 90 });

        chunks.Count.ShouldBeGreaterThan(1);
        chunks.ShouldAllBe(chunk => chunk.Kind == ChunkKind.Table && text.Text[chunk.Start] == '|' && text.Text[chunk.End - 1] == '|');
    }

    [Fact]
    public void Unbroken_characters_are_cut_at_the_limit()
    {
        var text = Compose(Paragraph(new string('x', 140_000)));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 400 });

        chunks.Count.ShouldBe(140_000 / 6 / 400 + 1);
        chunks.Sum(chunk => chunk.End - chunk.Start).ShouldBe(140_000);
    }

    [Fact]
    public void Chunks_of_a_section_have_similar_sizes()
    {
        var text = Compose([.. Enumerable.Repeat(0, 30).Select(_ => Paragraph(Sentences(2)))]);

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 150 });

        (chunks.Max(chunk => chunk.Tokens) - chunks.Min(chunk => chunk.Tokens)).ShouldBeLessThan(60);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void A_list_stays_with_the_sentence_that_leads_into_it(int before)
    {
        var items = Enumerable.Range(1, 6).Select(i => new Block(BlockKind.ListItem, $"Tool number {i} lies in the blue box.", 1, 1));
        var text = Compose([Paragraph(Sentences(before) + " You need the following:"), .. items, Paragraph(Sentences(5))]);

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 80 });

        var list = chunks.Single(chunk => text.Text[chunk.Start..chunk.End].Contains("You need", StringComparison.Ordinal));
        text.Text[list.Start..list.End].ShouldContain("Tool number 6");
    }

    [Fact]
    public void A_list_too_long_for_a_chunk_keeps_its_first_item_with_its_lead_in()
    {
        var items = Enumerable.Range(1, 30).Select(i => new Block(BlockKind.ListItem, $"Tool number {i} lies in the blue box.", 1, 1));
        var text = Compose([Paragraph(Sentences(7)), Paragraph("You need:"), .. items]);

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 80 });

        chunks.ShouldAllBe(chunk => text.Text[chunk.End - 1] != ':');
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("The cat sat.", 4)]
    [InlineData("2024", 2)]
    [InlineData("internationalization", 4)]
    [InlineData("東京都", 3)]
    public void Tokens_are_estimated_by_kind_of_character(string text, int tokens) => TokenEstimator.Count(text).ShouldBe(tokens);
}
