using FsCheck;
using FsCheck.Fluent;
using SynthDataGen.Core.Generation.Limits;

namespace SynthDataGen.Core.Tests.Generation.Limits;

public sealed class FairSharesTests
{
    [Fact]
    public void Who_wants_little_gets_it_and_the_others_share_the_rest() => FairShares.Of(32, [100, 2, 100]).ShouldBe([15, 2, 15]);

    [Fact]
    public void Nothing_wanted_is_left_and_nobody_gets_more_than_they_want() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var wanted = Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(0, 60)).ToArray();
        var total = random.Next(0, 300);

        var shares = FairShares.Of(total, wanted);

        var full = shares.Zip(wanted).All(pair => pair.First >= 0 && pair.First <= pair.Second) && shares.Sum() == Math.Min(total, wanted.Sum());
        var richest = shares.Max();
        var fair = shares.Zip(wanted).All(pair => pair.First == pair.Second || pair.First >= richest - 1);
        return full && fair;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
