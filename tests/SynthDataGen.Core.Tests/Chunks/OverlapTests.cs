using System.ComponentModel.DataAnnotations;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Tests.Chunks;

public sealed class OverlapTests
{
    [Fact]
    public void A_chunk_begins_with_the_last_sentences_of_the_one_before()
    {
        var text = Compose(Paragraph(30));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 60, OverlapTokens = 20 });

        var shared = chunks.Zip(chunks.Skip(1), (one, next) => text.Text[next.Start..one.End]).ToList();
        shared.Count.ShouldBeGreaterThan(3);
        shared.ShouldAllBe(words => words.StartsWith("Rule", StringComparison.Ordinal) && words.Count(c => c == '.') == 2);
    }

    [Fact]
    public void No_overlap_crosses_a_heading()
    {
        var text = Compose(new Block(BlockKind.Heading, "One", 1, 1), Paragraph(12), new Block(BlockKind.Heading, "Two", 1, 5), Paragraph(12), new Block(BlockKind.Heading, "Three", 1, 1), Paragraph(4));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 60, OverlapTokens = 20 });

        text.Blocks.Where(block => block.Kind == BlockKind.Heading).ShouldAllBe(heading => chunks.Count(chunk => chunk.Start <= heading.Start && chunk.End > heading.Start) == 1);
    }

    [Fact]
    public void Rows_are_repeated_below_the_tables_head()
    {
        var text = Compose(new Block(BlockKind.Table, "| Part | Stock |\n| --- | --- |\n" + string.Join('\n', Enumerable.Range(1, 60).Select(i => $"| part {i} | {i} |")), 1));

        var chunks = Chunker.Split(text, new ChunkOptions { MaxTokens = 80, OverlapTokens = 16 });

        chunks.Skip(1).ShouldAllBe(chunk => chunk.Header != null);
        chunks.Zip(chunks.Skip(1), (one, next) => text.Text[next.Start..one.End]).ShouldAllBe(rows => rows.Count(c => c == '\n') == 1);
    }

    [Theory]
    [InlineData(40, 19, true)]
    [InlineData(40, 20, false)]
    [InlineData(40, 200, false)]
    public void An_overlap_is_less_than_half_of_the_limit(int most, int overlap, bool isValid)
    {
        var options = new ChunkOptions { MaxTokens = most, OverlapTokens = overlap };
        var results = new List<ValidationResult>();

        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true).ShouldBe(isValid);

        results.Select(result => result.ErrorMessage).ShouldBe(isValid ? [] : [$"OverlapTokens is {overlap}; it must be less than half of MaxTokens, which is 40."]);
    }

    private static Block Paragraph(int sentences) => new(BlockKind.Paragraph, string.Join(' ', Enumerable.Range(1, sentences).Select(i => $"Rule {i} is kept by everyone.")), 1);

    private static DocumentText Compose(params Block[] blocks) => TextComposer.Compose(new Extraction(blocks, 1, []));
}
