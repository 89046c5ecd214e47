using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Tests.Generation.Contexts;

public sealed class PairBudgetTests
{
    [Fact]
    public void Without_a_bound_every_context_gets_its_full_number() => Spread([10, 500, 90], 4, null).ShouldBe([4, 4, 4]);

    [Fact]
    public void Shares_follow_the_tokens() => Spread([100, 200, 100], 20, 8).ShouldBe([2, 4, 2]);

    [Fact]
    public void No_context_gets_more_than_its_bound() => Spread([10_000, 10, 10], 4, 8).ShouldBe([4, 2, 2]);

    [Fact]
    public void Few_pairs_fall_evenly_over_many_contexts() =>
        PairBudget.Spread([.. Enumerable.Range(0, 100)], _ => 1, 4, 5).Select(c => c.Context).ShouldBe([9, 29, 49, 69, 89]);

    [Fact]
    public void Nothing_to_spread_is_nothing() => Spread([5, 5], 4, 0).ShouldBeEmpty();

    [Fact]
    public void The_total_is_exact() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var tokens = Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.Next(0, 2000)).ToArray();
        var (most, total) = (random.Next(1, 21), random.Next(0, 500));

        var pairs = Spread(tokens, most, total);

        return pairs.Sum() == Math.Min(total, most * tokens.Length) && pairs.All(p => p > 0 && p <= most);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static int[] Spread(int[] tokens, int most, int? total) => [.. PairBudget.Spread(tokens, t => t, most, total).Select(c => c.Pairs)];
}
