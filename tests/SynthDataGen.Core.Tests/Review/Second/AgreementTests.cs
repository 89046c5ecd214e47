using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Tests.Review.Second;

public sealed class AgreementTests
{
    [Fact]
    public void Kappa_equals_a_calculation_by_hand()
    {
        // Of 50: both approve 20, both reject 15, the first alone 5, the second alone 10. Chance: 25/50 · 30/50 + 25/50 · 20/50 = 0.5; 0.2 / 0.5.
        var agreement = Agreement.Of(
        [
            new("a", "b", DecisionAction.Approve, DecisionAction.Approve, 20), new("a", "b", DecisionAction.Approve, DecisionAction.Reject, 5),
            new("a", "b", DecisionAction.Reject, DecisionAction.Approve, 10), new("a", "b", DecisionAction.Reject, DecisionAction.Reject, 15),
        ]).ShouldHaveSingleItem();
        (agreement.Count, agreement.Agreed).ShouldBe((50, 0.7));
        agreement.Kappa.ShouldBe(0.4, 1e-12);
    }

    [Fact]
    public void The_order_of_opinions_does_not_matter()
    {
        VerdictCount[] counts = [new("a", "b", DecisionAction.Approve, DecisionAction.Reject, 3), new("a", "b", DecisionAction.Edit, DecisionAction.Edit, 2)];
        var turned = counts.Select(c => new VerdictCount(c.Second, c.First, c.SecondAction, c.FirstAction, c.Count));
        Agreement.Of(turned).ShouldBe(Agreement.Of(counts));
        Agreement.Of(counts.Concat(turned)).ShouldHaveSingleItem().Count.ShouldBe(10);
    }

    [Fact]
    public void Reviewers_who_never_differ_agree_fully() =>
        Agreement.Of([new("a", "b", DecisionAction.Approve, DecisionAction.Approve, 7)]).ShouldBe([new("a", "b", 7, 1, 1)]);

    [Fact]
    public void Reviewers_who_always_differ_have_a_negative_kappa() =>
        Agreement.Of([new("a", "b", DecisionAction.Approve, DecisionAction.Reject, 5), new("a", "b", DecisionAction.Reject, DecisionAction.Approve, 5)])
            .ShouldBe([new("a", "b", 10, 0, -1)]);
}
