using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Tests.Generation.Contexts;

public sealed class PairBudgetTests
{
    [Fact]
    public void Without_a_total_every_context_gets_its_full_number() => Spread([10, 500, 90], 4, null).ShouldBe([4, 4, 4]);

    [Fact]
    public void Shares_follow_the_tokens() => Spread([100, 200, 100], 20, 8).ShouldBe([2, 4, 2]);

    [Fact]
    public void No_context_gets_more_than_its_bound() => Spread([10_000, 10, 10], 4, 8).ShouldBe([4, 2, 2]);

    [Fact]
    public void Few_pairs_are_spread_evenly_over_many_contexts() =>
        PairBudget.Spread([.. Enumerable.Range(0, 100)], _ => 1, 4, 5).Select(c => c.Context).ShouldBe([9, 29, 49, 69, 89]);

    [Fact]
    public void Without_pairs_no_context_gets_a_share() => Spread([5, 5], 4, 0).ShouldBeEmpty();

    [Fact]
    public void The_total_is_exact() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var tokens = Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.Next(0, 2000)).ToArray();
        var (most, total) = (random.Next(1, 21), random.Next(0, 500));

        var pairs = Spread(tokens, most, total);

        return pairs.Sum() == Math.Min(total, most * tokens.Length) && pairs.All(p => p > 0 && p <= most);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Untouched_contexts_come_first() =>
        TopUp(2, 2, ("asked", Promise.Full), ("new", Promise.Untouched)).ShouldBe(["new 2"]);

    [Fact]
    public void Less_promising_contexts_are_asked_only_for_the_rest() =>
        TopUp(2, 5, ("none", Promise.None), ("some", Promise.Some), ("full", Promise.Full)).ShouldBe(["full 2", "some 2", "none 1"]);

    [Fact]
    public void Equals_share_evenly() =>
        TopUp(4, 3, ("a", Promise.Full), ("b", Promise.Full), ("c", Promise.Full)).ShouldBe(["a 1", "b 1", "c 1"]);

    [Fact]
    public void No_more_is_asked_for_than_contexts_may_give() =>
        TopUp(2, 100, ("a", Promise.Full), ("b", Promise.None)).ShouldBe(["a 2", "b 2"]);

    private static int[] Spread(int[] tokens, int most, int? total) => [.. PairBudget.Spread(tokens, t => t, most, total).Select(c => c.Pairs)];

    private static string[] TopUp(int pairsPerContext, int missing, params (string Name, Promise Promise)[] contexts) =>
        [.. PairBudget.TopUp<string>([.. contexts.Select(c => new TopUpCandidate<string>(c.Name, 100, c.Promise))], pairsPerContext, missing)
            .Select(share => $"{share.Context} {share.Pairs}")];
}
