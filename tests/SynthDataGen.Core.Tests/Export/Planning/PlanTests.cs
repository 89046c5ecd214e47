using Shouldly;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Planning;

public sealed class PlanTests
{
    private static readonly ExportSettings Plain = new("json", new PairQuery());

    [Fact]
    public void Many_documents_meet_the_shares()
    {
        var pairs = Documents(10_000);
        var plan = ExportPlan.Of(pairs, Plain with { Split = new(70, 20, 10) });
        plan.CountOf(Part.Train).ShouldBeInRange(6_800, 7_200);
        plan.CountOf(Part.Validation).ShouldBeInRange(1_850, 2_150);
        plan.CountOf(Part.Test).ShouldBeInRange(880, 1_120);
    }

    [Fact]
    public void Another_seed_deals_differently()
    {
        var pairs = Documents(100);
        var (one, two) = (ExportPlan.Of(pairs, Plain with { Split = new(50, 0, 50) }), ExportPlan.Of(pairs, Plain with { Split = new(50, 0, 50), Seed = 1 }));
        Enumerable.Range(0, 100).Count(i => one[i].Part != two[i].Part).ShouldBeInRange(25, 75);
    }

    [Fact]
    public void A_part_without_a_share_gets_nothing()
    {
        var plan = ExportPlan.Of(Documents(1_000), Plain with { Split = new(90, 10, 0) });
        plan.CountOf(Part.Test).ShouldBe(0);
        ExportRefusal.Of(Documents(1_000), plan, new(90, 10, 0)).ShouldBeNull();
    }

    [Fact]
    public void A_contaminated_pair_is_replaced_by_its_duplicate()
    {
        var first = new Candidate(Guid.CreateVersion7(), Guid.CreateVersion7(), null, "factual", null, Benchmark: 0);
        var plan = ExportPlan.Of([first, first with { Id = Guid.CreateVersion7(), ClusterId = first.Id, Benchmark = null }], Plain);
        plan[0].LeftOut.ShouldBe(LeaveOutReason.Contaminated);
        plan[1].Part.ShouldBe(Part.Train);
    }

    [Fact]
    public void A_duplicate_stays_if_its_first_pair_does_not_fit()
    {
        var plan = ExportPlan.Of([new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "factual", null)], Plain);
        plan.CountOf(Part.Train).ShouldBe(1);
    }

    [Fact]
    public void An_empty_selection_is_refused()
    {
        ExportRefusal.Of([], ExportPlan.Of([], Plain), null).ShouldBe(new("empty-selection", "No pair fits: approve some first, or widen the filter."));
        Candidate[] contaminated = [Documents(1)[0] with { Benchmark = 0 }];
        ExportRefusal.Of(contaminated, ExportPlan.Of(contaminated, Plain), null)!.Message.ShouldStartWith("Nothing is left to export");
    }

    [Fact]
    public void An_empty_part_is_refused_with_a_way_out()
    {
        var settings = Plain with { Split = new(50, 0, 50) };
        var refusal = ExportRefusal.Of(Documents(1), ExportPlan.Of(Documents(1), settings), settings.Split);
        refusal!.Code.ShouldBe("empty-part");
        refusal.Message.ShouldContain("one document, which cannot be divided");
        refusal.Message.ShouldContain("Use another seed");
    }

    [Fact]
    public void A_leak_is_found_in_any_plan()
    {
        var pair = Documents(1)[0];
        var plan = new ExportPlan([new(Part.Train, null), new(Part.Test, null)]);
        ExportRefusal.LeakOf([pair, pair with { Id = Guid.CreateVersion7() }], plan)!.ShouldContain(pair.DocumentId.ToString());
        ExportRefusal.LeakOf([pair, pair with { Id = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7(), ClusterId = pair.Id }], plan)!.ShouldContain("worded like");
    }

    [Fact]
    public void An_export_that_leaks_is_refused()
    {
        var pair = Documents(1)[0];
        var plan = new ExportPlan([new(Part.Train, null), new(Part.Test, null)]);
        ExportRefusal.Of([pair, pair with { Id = Guid.CreateVersion7() }], plan, new(50, 0, 50))!.Code.ShouldBe("leak");
    }

    [Fact]
    public void A_balance_counts_by_what_it_names()
    {
        Candidate[] pairs = [.. Documents(4).SelectMany((pair, i) => new[] { "easy", "hard", null }.Select(difficulty => pair with { Id = Guid.CreateVersion7(), Difficulty = difficulty, Type = i == 0 ? "definition" : "factual" }))];
        ExportPlan.Of(pairs, Plain with { Balance = new(BalanceBy.Document, 2) }).CountOf(Part.Train).ShouldBe(8);
        ExportPlan.Of(pairs, Plain with { Balance = new(BalanceBy.Difficulty, 3) }).CountOf(Part.Train).ShouldBe(9);
        ExportPlan.Of(pairs, Plain with { Balance = new(BalanceBy.Type, null) }).CountOf(LeaveOutReason.Balance).ShouldBe(6);
    }

    [Fact]
    public void A_tally_counts_each_reason_and_benchmark()
    {
        var pairs = Documents(6);
        pairs[1] = pairs[1] with { Benchmark = 0 };
        pairs[2] = pairs[2] with { Benchmark = 1 };
        pairs[3] = pairs[3] with { Benchmark = 1 };
        pairs[5] = pairs[5] with { ClusterId = pairs[4].Id };
        var tally = ExportTally.Of(pairs, ExportPlan.Of(pairs, Plain), null, ["first.txt", "second.txt"]);

        tally.Counts.ShouldBe(new(2));
        tally.LeftOut.ShouldBe([new(LeaveOutReason.Duplicate, 1), new(LeaveOutReason.Contaminated, 1, "first.txt"), new(LeaveOutReason.Contaminated, 2, "second.txt")]);
        tally.Written([1, 0, 0], 1, new(100, 0, 0)).ShouldSatisfyAllConditions(
            written => written.Counts.ShouldBe(new(1, 1, 0, 0)),
            written => written.LeftOut[^1].ShouldBe(new(LeaveOutReason.NotExpressible, 1)));
    }

    [Fact]
    public void A_seed_is_found_that_leaves_no_part_empty()
    {
        var pairs = Documents(5);
        var settings = Plain with { Split = new(60, 20, 20) };
        var plan = ExportPlan.Of(pairs, settings with { Seed = SeedSearch.Nearest(pairs, settings) });
        (plan.CountOf(Part.Train), plan.CountOf(Part.Validation), plan.CountOf(Part.Test)).ShouldBe((3, 1, 1));
    }

    [Fact]
    public void A_seed_that_fills_every_part_beats_a_closer_one()
    {
        var pairs = Documents(2);
        var settings = Plain with { Split = new(90, 0, 10) };
        ExportPlan.Of(pairs, settings with { Seed = SeedSearch.Nearest(pairs, settings) }).CountOf(Part.Test).ShouldBe(1);
    }

    private static Candidate[] Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Candidate(new Guid(i, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]), new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), null, "factual", null))];
}
