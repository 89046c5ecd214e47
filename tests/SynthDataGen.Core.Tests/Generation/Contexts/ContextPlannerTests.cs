using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Tests.Generation.Contexts;

public sealed class ContextPlannerTests
{
    [Fact]
    public void Chunks_of_one_section_fill_a_context() =>
        Plan(1000, ("A", 400), ("A", 400), ("A", 400)).ShouldBe(["0-1 A", "2-2 A"]);

    [Fact]
    public void Small_siblings_share_a_context_under_their_parent() =>
        Plan(1000, ("A/x", 200), ("A/y", 300), ("A/z", 300)).ShouldBe(["0-2 A"]);

    [Fact]
    public void A_parents_own_words_join_its_first_child() => Plan(1000, ("A", 100), ("A/x", 300)).ShouldBe(["0-1 A"]);

    [Fact]
    public void Top_level_headings_never_mix() => Plan(1000, ("A", 100), ("B", 100)).ShouldBe(["0-0 A", "1-1 B"]);

    [Fact]
    public void Cousins_do_not_mix() => Plan(1000, ("T/A/x", 100), ("T/B/y", 100)).ShouldBe(["0-0 T/A/x", "1-1 T/B/y"]);

    [Fact]
    public void A_section_that_does_not_fit_is_not_split() =>
        Plan(1000, ("A/x", 500), ("A/y", 400), ("A/y", 400)).ShouldBe(["0-0 A/x", "1-2 A/y"]);

    [Fact]
    public void A_chunk_beyond_the_bound_is_a_context_of_its_own() => Plan(1000, ("A", 1500), ("A", 10)).ShouldBe(["0-0 A", "1-1 A"]);

    [Fact]
    public void Text_before_any_heading_stays_separate() => Plan(1000, ("", 100), ("", 100), ("A", 100)).ShouldBe(["0-1 ", "2-2 A"]);

    [Fact]
    public void Boilerplate_is_in_no_context()
    {
        var chunks = Chunks(("A", 100), ("A", 100), ("A", 100), ("A", 100));
        Chunk[] labelled = [chunks[0], Of(chunks[1], ChunkKind.Licence), .. chunks[2..]];

        var contexts = ContextPlanner.Plan(labelled, new() { ContextTokens = 1000 });

        contexts.Select(c => (c.FirstChunk, c.LastChunk, c.Tokens)).ShouldBe([(0, 0, 100), (2, 3, 200)]);
    }

    [Fact]
    public void Shared_text_counts_once_and_a_split_table_shows_its_head()
    {
        var head = new TextSpan(0, 20);
        Chunk[] chunks =
        [
            new() { Ordinal = 0, Start = 0, End = 100, Tokens = 400 },
            new() { Ordinal = 1, Start = 80, End = 200, Tokens = 400, RepeatedTokens = 100, Header = head },
            new() { Ordinal = 2, Start = 180, End = 300, Tokens = 400, RepeatedTokens = 100, Header = head },
            new() { Ordinal = 3, Start = 280, End = 400, Tokens = 400, RepeatedTokens = 100, Header = head },
        ];

        var contexts = ContextPlanner.Plan(chunks, new() { ContextTokens = 1000 });

        contexts.Select(c => (c.FirstChunk, c.LastChunk, c.Start, c.End, c.Tokens, c.Header)).ShouldBe([(0, 2, 0, 300, 1000, null), (3, 3, 280, 400, 400, head)]);
    }

    [Theory]
    [InlineData(1, 2, 1000)]
    [InlineData(2, 4, 1000)]
    [InlineData(0.5, 1, 1000)]
    public void A_context_is_bounded_by_tokens_of_the_generators_model(double tokensPerEstimated, int contexts, int tokens)
    {
        var planned = ContextPlanner.Plan(Chunks([.. Enumerable.Repeat(("A", 250), 8)]), new() { ContextTokens = tokens }, tokensPerEstimated);

        planned.Count.ShouldBe(contexts);
        planned.ShouldAllBe(context => context.Tokens == tokens);
    }

    [Fact]
    public void Without_chunks_there_are_no_contexts() => Plan(1000).ShouldBeEmpty();

    [Fact]
    public void Every_chunk_is_in_exactly_one_context() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var chunks = Chunks([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => (RandomPath(random), random.Next(1, 600)))]);

        var contexts = ContextPlanner.Plan([.. chunks.Reverse()], new() { ContextTokens = 1000 });

        return contexts.SelectMany(c => Enumerable.Range(c.FirstChunk, c.LastChunk - c.FirstChunk + 1)).SequenceEqual(chunks.Select(c => c.Ordinal))
            && contexts.All(c => c.Tokens <= 1000 && c.Start == chunks[c.FirstChunk].Start && c.End == chunks[c.LastChunk].End)
            && contexts.All(c => chunks.Skip(c.FirstChunk).Take(c.LastChunk - c.FirstChunk + 1).All(chunk => c.HeadingPath.SequenceEqual(chunk.HeadingPath.Take(c.HeadingPath.Count))));
    }).QuickCheckThrowOnFailure();

    private static string RandomPath(Random random) =>
        string.Join('/', Enumerable.Range(0, random.Next(0, 4)).Select(_ => "ab"[random.Next(2)]));

    private static string[] Plan(int tokens, params (string Path, int Tokens)[] chunks) =>
        [.. ContextPlanner.Plan(Chunks(chunks), new() { ContextTokens = tokens }).Select(c => $"{c.FirstChunk}-{c.LastChunk} {string.Join('/', c.HeadingPath)}")];

    private static Chunk Of(Chunk chunk, ChunkKind kind) =>
        new() { Ordinal = chunk.Ordinal, Start = chunk.Start, End = chunk.End, Tokens = chunk.Tokens, HeadingPath = chunk.HeadingPath, Kind = kind };

    private static Chunk[] Chunks(params (string Path, int Tokens)[] chunks) => [.. chunks.Select((chunk, i) => new Chunk
    {
        Ordinal = i,
        Start = i * 100,
        End = (i * 100) + 98,
        Tokens = chunk.Tokens,
        HeadingPath = chunk.Path.Length == 0 ? [] : chunk.Path.Split('/'),
    })];
}
