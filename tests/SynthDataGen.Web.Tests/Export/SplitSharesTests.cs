using SynthDataGen.Client.Export;
using SynthDataGen.Web.Export.Choice;

namespace SynthDataGen.Web.Tests.Export;

public sealed class SplitSharesTests
{
    private static readonly Func<Split, int, Split>[] Changes = [SplitShares.Train, SplitShares.Validation, SplitShares.Test];

    [Fact]
    public void Shares_add_up_to_a_hundred_after_any_change()
    {
        var splits = from train in Range(0, 100) from validation in Range(0, 100 - train) select new Split(train, validation, 100 - train - validation);
        var changed = from split in splits from change in Changes from share in Range(-50, 150) select change(split, share);
        changed.ShouldAllBe(split => split.Train >= 0 && split.Validation >= 0 && split.Test >= 0 && split.Train + split.Validation + split.Test == 100);
    }

    [Fact]
    public void The_changed_share_keeps_its_value()
    {
        SplitShares.Train(new(80, 10, 10), 85).ShouldBe(new(85, 10, 5));
        SplitShares.Validation(new(80, 10, 10), 20).ShouldBe(new(70, 20, 10));
        SplitShares.Test(new(80, 10, 10), 95).ShouldBe(new(0, 5, 95));
    }

    private static IEnumerable<int> Range(int from, int to) => Enumerable.Range(0, ((to - from) / 10) + 1).Select(step => from + (step * 10));
}
