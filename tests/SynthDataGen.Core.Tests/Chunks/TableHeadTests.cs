using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Tests.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

public sealed class TableHeadTests
{
    private const string Head = "| Part | Stock |\n| --- | --- |";

    [Fact]
    public void Each_later_chunk_of_a_table_repeats_its_head_within_the_limit()
    {
        var text = Compose(Table(80));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 90 });

        chunks.Count.ShouldBeGreaterThan(3);
        chunks[0].Header.ShouldBeNull();
        text.Text[chunks[0].Start..chunks[0].End].ShouldStartWith(Head);
        chunks.Skip(1).ShouldAllBe(chunk => HeaderOf(text, chunk) == Head && chunk.Tokens <= 90);
        chunks.Skip(1).ShouldAllBe(chunk => text.Text.IndexOf("| part", chunk.Start, StringComparison.Ordinal) == chunk.Start);
    }

    [Fact]
    public void The_head_is_never_alone()
    {
        var text = Compose(new Block(BlockKind.Paragraph, string.Concat(Enumerable.Repeat("It is so. ", 12)), 1), Table(40));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 64 });

        chunks.ShouldAllBe(chunk => text.Text[chunk.End - 4] != '-');
    }

    [Fact]
    public void A_table_without_a_head_repeats_none() =>
        Chunker.Split(Compose(new Block(BlockKind.Table, "|  |  |\n| --- | --- |\n" + Rows(80), 1)), new ChunkOptions { MaxTokens = 90 }).ShouldAllBe(chunk => chunk.Header == null);

    [Fact]
    public void A_head_that_takes_more_than_half_is_not_repeated()
    {
        var head = $"| {string.Join(' ', Enumerable.Repeat("word", 40))} | Stock |\n| --- | --- |\n";

        var chunks = Chunker.Split(Compose(new Block(BlockKind.Table, head + Rows(80), 1)), new ChunkOptions { MaxTokens = 90 });

        chunks.ShouldAllBe(chunk => chunk.Header == null && chunk.Tokens <= 90);
    }

    [Fact]
    public void A_chunk_that_follows_the_table_repeats_nothing()
    {
        var text = Compose(Table(30), new Block(BlockKind.Paragraph, string.Concat(Enumerable.Repeat("It is so. ", 40)), 1));

        var after = Chunker.Split(text, new ChunkOptions { MaxTokens = 90 }).Where(chunk => text.Text[chunk.Start] != '|').ToList();

        after.ShouldNotBeEmpty();
        after.ShouldAllBe(chunk => chunk.Header == null);
    }

    [Fact]
    public async Task A_sheet_of_100_000_rows_has_its_head_above_every_chunk()
    {
        using var files = new TestFiles();
        var sheet = files.Write("sheet.csv", "Name,Number\n" + string.Join('\n', Enumerable.Range(1, 100_000).Select(row => $"part {row},{row}")));
        var text = TextComposer.Compose(await TestFiles.ReadAsync(sheet));

        var chunks = Chunker.Split(text, new ChunkOptions());

        chunks.Count.ShouldBeGreaterThan(1000);
        chunks.Skip(1).ShouldAllBe(chunk => HeaderOf(text, chunk) == "| Name | Number |\n| --- | --- |");
        Coverage.Chunked(text.Text, chunks).Sum().ShouldBe(NonSpace.Count(text.Text));
    }

    private static string HeaderOf(DocumentText text, ChunkSpan chunk) => text.Text[chunk.Header!.Start..chunk.Header.End];

    private static string Rows(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"| part {i} | {i * 3} |"));

    private static Block Table(int rows) => new(BlockKind.Table, $"{Head}\n{Rows(rows)}", 1);

    private static DocumentText Compose(params Block[] blocks) => TextComposer.Compose(new Extraction(blocks, 1, []));
}
