using SynthDataGen.Core.Generation.Contexts;

namespace SynthDataGen.Core.Tests.Generation.Contexts;

public sealed class TopUpBudgetTests
{
    [Fact]
    public void What_nobody_asked_about_comes_first() =>
        Spread(2, 2, ("asked", Promise.Full), ("new", Promise.Untouched)).ShouldBe(["new 2"]);

    [Fact]
    public void Less_promising_contexts_are_asked_only_for_the_rest() =>
        Spread(2, 5, ("none", Promise.None), ("some", Promise.Some), ("full", Promise.Full)).ShouldBe(["full 2", "some 2", "none 1"]);

    [Fact]
    public void Equals_share_evenly() =>
        Spread(4, 3, ("a", Promise.Full), ("b", Promise.Full), ("c", Promise.Full)).ShouldBe(["a 1", "b 1", "c 1"]);

    [Fact]
    public void No_more_is_asked_for_than_contexts_may_give() =>
        Spread(2, 100, ("a", Promise.Full), ("b", Promise.None)).ShouldBe(["a 2", "b 2"]);

    private static string[] Spread(int pairsPerContext, int missing, params (string Name, Promise Promise)[] contexts) =>
        [.. TopUpBudget.Spread<string>([.. contexts.Select(c => new TopUpCandidate<string>(c.Name, 100, c.Promise))], pairsPerContext, missing)
            .Select(share => $"{share.Context} {share.Pairs}")];
}
