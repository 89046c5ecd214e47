using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Tests.Generation.Contexts;

public sealed class MultiHopPlannerTests
{
    [Fact]
    public void Related_chunks_are_joined_in_the_order_of_the_text() =>
        Plan(100, 1000, [200, 200, 200, 200, 200], new(0, 4, 2), new(2, 4, 2)).ShouldBe(["0 4", "2 4", "0 2 4"], ignoreOrder: true);

    [Fact]
    public void Chunks_without_relatives_are_in_none() => Plan(100, 1000, [200, 200, 200]).ShouldBeEmpty();

    [Fact]
    public void Chunks_that_touch_are_not_joined() => Plan(100, 1000, [10, 10, 10, 10], new(0, 2, 2), new(0, 3, 1.9)).ShouldBe(["0 2", "0 3"], ignoreOrder: true);

    [Fact]
    public void Weakly_related_chunks_are_left_out() => Plan(100, 1000, [10, 10, 10, 10, 10], new(0, 2, 9), new(0, 4, 1)).ShouldBe(["0 2", "0 4"], ignoreOrder: true);

    [Fact]
    public void Chunks_that_do_not_fit_are_left_out() => Plan(100, 500, [200, 10, 200, 10, 200], new(0, 2, 2), new(0, 4, 2)).ShouldBe(["0 2", "0 4"], ignoreOrder: true);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(20, 2)]
    [InlineData(50, 8)]
    [InlineData(100, 20)]
    public void The_share_is_of_all_contexts(int share, int expected)
    {
        var relations = Enumerable.Range(0, 20).Select(i => new Relation(i * 2, 40 + (i * 2), 1)).ToArray();

        var planned = MultiHopPlanner.Plan(Chunks(Enumerable.Repeat(10, 80)), relations, new() { MultiHopShare = share }, others: 8);

        planned.Count.ShouldBe(expected); // 2 beside 8 others are 20 percent.
        planned.Select(context => context.FirstChunk).ShouldBeInOrder();
    }

    [Fact]
    public void The_closest_of_each_stretch_of_the_document_are_taken()
    {
        Relation[] relations = [new(0, 20, 0.2), new(2, 22, 0.9), new(4, 24, 0.3), new(6, 26, 0.1)];

        var planned = MultiHopPlanner.Plan(Chunks(Enumerable.Repeat(10, 30)), relations, new() { MultiHopShare = 50 }, others: 2);

        planned.Select(Text).ShouldBe(["2 22", "4 24"]);
    }

    [Fact]
    public void Every_context_joins_some_places_within_the_bound_and_no_two_the_same() => Prop.ForAll(
        Relations().ToArbitrary(),
        relations =>
        {
            var contexts = MultiHopPlanner.Plan(Chunks(Enumerable.Range(0, 30).Select(i => 50 + (i * 7 % 90))), relations, new() { MultiHopShare = 100, ContextTokens = 400 }, 10);

            return contexts.All(context =>
            {
                int[] chunks = [context.FirstChunk, .. context.Further.Select(span => span.FirstChunk)];
                return chunks.Length is >= 2 and <= MultiHopPlanner.MostChunks && context.Tokens <= 400 && chunks.Zip(chunks.Skip(1)).All(next => next.Second - next.First > 1);
            }) && contexts.Select(Text).Distinct().Count() == contexts.Count;
        }).QuickCheckThrowOnFailure();

    private static Gen<Relation[]> Relations() =>
        (from one in Gen.Choose(0, 27)
         from other in Gen.Choose(one + 2, 29)
         from weight in Gen.Choose(1, 9)
         select new Relation(one, other, weight)).ArrayOf(40).Select(all => all.DistinctBy(relation => (relation.One, relation.Other)).ToArray());

    private static string[] Plan(int share, int contextTokens, int[] tokens, params Relation[] relations) =>
        [.. MultiHopPlanner.Plan(Chunks(tokens), relations, new() { MultiHopShare = share, ContextTokens = contextTokens }, tokens.Length).Select(Text)];

    private static string Text(ContextSpan context) => string.Join(' ', [context.FirstChunk, .. context.Further.Select(span => span.FirstChunk)]);

    private static List<Chunk> Chunks(IEnumerable<int> tokens) =>
        [.. tokens.Select((count, i) => new Chunk { Ordinal = i, Start = i * 100, End = (i * 100) + 90, Tokens = count })];
}
