using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Review;

public sealed class BulkDecisionTests
{
    [Fact]
    public void Progress_counts_changed_pairs_up_and_undone_ones_down()
    {
        var bulk = Bulk(DecisionAction.Approve);
        bulk.Advance(Guid.CreateVersion7(), 5);
        (bulk.State, bulk.Changed, bulk.IsAtWork).ShouldBe((BulkState.Working, 5, true));
        bulk.Undo();
        (bulk.State, bulk.Cursor).ShouldBe((BulkState.Undoing, null));
        bulk.Advance(Guid.CreateVersion7(), 2);
        bulk.Changed.ShouldBe(3);
        bulk.Advance(null, 3);
        (bulk.State, bulk.Changed, bulk.IsAtWork).ShouldBe((BulkState.Undone, 0, false));
    }

    [Fact]
    public void A_pair_that_is_already_as_decided_is_not_changed()
    {
        Bulk(DecisionAction.Approve).Change(new(PairStatus.Approved)).ShouldBeNull();
        Bulk(DecisionAction.Reject).Change(new(PairStatus.Rejected)).ShouldBeNull();
        Bulk(DecisionAction.Tag).Change(new(PairStatus.Pending, Tags: ["a", "b"])).ShouldBeNull();
        Bulk(DecisionAction.Untag).Change(new(PairStatus.Pending, Tags: ["b"])).ShouldBeNull();
        Bulk(DecisionAction.Assign).Change(new(PairStatus.Pending) { Assignee = "ana" }).ShouldBeNull();
    }

    [Fact]
    public void Sorting_a_pair_keeps_its_status()
    {
        Bulk(DecisionAction.Untag).Change(new(PairStatus.Rejected, Tags: ["b", "a"]))!.ShouldSatisfyAllConditions(
            after => after.Status.ShouldBe(PairStatus.Rejected), after => after.Tags.ShouldBe(["b"]));
        Bulk(DecisionAction.Assign).Change(new(PairStatus.Approved) { Assignee = "" })!.ShouldSatisfyAllConditions(
            after => after.Status.ShouldBe(PairStatus.Approved), after => after.Assignee.ShouldBe("ana"));
    }

    private static BulkDecision Bulk(DecisionAction action) => new() { By = "ana", Action = action, Tag = "a", Assignee = "ana", Query = new() };
}
