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
    public void Chunks_of_a_section_are_of_like_size()
    {
        var text = Compose([.. Enumerable.Repeat(0, 30).Select(_ => Paragraph(Sentences(2)))]);

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 150 });

        (chunks.Max(chunk => chunk.Tokens) - chunks.Min(chunk => chunk.Tokens)).ShouldBeLessThan(60);
    }

    [Theory]
    [InlineData("It is 3.14 m long. Next.", 18)]
    [InlineData("See e.g. Smith et al. 2020 for it. Next.", 34)]
    [InlineData("第一条。第二条。", 4)]
    [InlineData("He said “stop!” Then left.", 15)]
    [InlineData("Really? yes. No.", 12)]
    public void Sentences_end_where_a_reader_ends_them(string text, int end) => SynthDataGen.Core.Chunks.Sentences.End(text, 0).ShouldBe(end);

    [Theory]
    [InlineData("", 0)]
    [InlineData("The cat sat.", 4)]
    [InlineData("2024", 2)]
    [InlineData("internationalization", 4)]
    [InlineData("東京都", 3)]
    public void Tokens_are_estimated_by_kind_of_character(string text, int tokens) => TokenEstimator.Count(text).ShouldBe(tokens);
}
