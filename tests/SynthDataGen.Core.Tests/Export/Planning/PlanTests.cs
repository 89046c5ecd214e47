using Shouldly;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Planning;

public sealed class PlanTests
{
    private static readonly ExportSettings Plain = new("json", new PairQuery());

    [Fact]
    public void The_shares_are_met_by_many_documents()
    {
        var pairs = Documents(10_000);
        var plan = ExportPlanner.Plan(pairs, Plain with { Split = new(70, 20, 10) });
        plan.CountOf(Part.Train).ShouldBeInRange(6_800, 7_200);
        plan.CountOf(Part.Validation).ShouldBeInRange(1_850, 2_150);
        plan.CountOf(Part.Test).ShouldBeInRange(880, 1_120);
    }

    [Fact]
    public void Another_seed_deals_otherwise()
    {
        var pairs = Documents(100);
        var (one, two) = (ExportPlanner.Plan(pairs, Plain with { Split = new(50, 0, 50) }), ExportPlanner.Plan(pairs, Plain with { Split = new(50, 0, 50), Seed = 1 }));
        Enumerable.Range(0, 100).Count(i => one[i].Part != two[i].Part).ShouldBeInRange(25, 75);
    }

    [Fact]
    public void A_part_of_no_share_gets_nothing()
    {
        var plan = ExportPlanner.Plan(Documents(1_000), Plain with { Split = new(90, 10, 0) });
        plan.CountOf(Part.Test).ShouldBe(0);
        ExportRefusal.Of(Documents(1_000), plan, new(90, 10, 0)).ShouldBeNull();
    }

    [Fact]
    public void What_repeats_a_benchmark_gives_its_place_to_its_duplicate()
    {
        var first = new Candidate(Guid.CreateVersion7(), Guid.CreateVersion7(), null, "factual", null, Benchmark: 0);
        var plan = ExportPlanner.Plan([first, first with { Id = Guid.CreateVersion7(), ClusterId = first.Id, Benchmark = null }], Plain);
        plan[0].LeaveOut.ShouldBe(LeaveOut.Contaminated);
        plan[1].Part.ShouldBe(Part.Train);
    }

    [Fact]
    public void A_duplicate_whose_first_pair_does_not_fit_stays()
    {
        var plan = ExportPlanner.Plan([new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "factual", null)], Plain);
        plan.CountOf(Part.Train).ShouldBe(1);
    }

    [Fact]
    public void An_empty_selection_is_refused()
    {
        ExportRefusal.Of([], ExportPlanner.Plan([], Plain), null).ShouldBe(new("empty-selection", "No pair fits: approve some first, or widen the filter."));
        Candidate[] contaminated = [Documents(1)[0] with { Benchmark = 0 }];
        ExportRefusal.Of(contaminated, ExportPlanner.Plan(contaminated, Plain), null)!.Message.ShouldStartWith("Nothing is left to export");
    }

    [Fact]
    public void A_part_that_would_be_empty_is_refused_with_what_to_do()
    {
        var settings = Plain with { Split = new(50, 0, 50) };
        var refusal = ExportRefusal.Of(Documents(1), ExportPlanner.Plan(Documents(1), settings), settings.Split);
        refusal!.Code.ShouldBe("empty-part");
        refusal.Message.ShouldContain("one document, which cannot be divided");
        refusal.Message.ShouldContain("Take another seed");
    }

    [Fact]
    public void A_leak_is_found_whoever_made_the_plan()
    {
        var pair = Documents(1)[0];
        var plan = new ExportPlan([new(Part.Train, null), new(Part.Test, null)]);
        LeakCheck.FaultOf([pair, pair with { Id = Guid.CreateVersion7() }], plan)!.ShouldContain(pair.DocumentId.ToString());
        LeakCheck.FaultOf([pair, pair with { Id = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7(), ClusterId = pair.Id }], plan)!.ShouldContain("worded like");
    }

    [Fact]
    public void A_seed_is_found_that_leaves_no_part_empty()
    {
        var pairs = Documents(5);
        var settings = Plain with { Split = new(60, 20, 20) };
        var plan = ExportPlanner.Plan(pairs, settings with { Seed = SeedSearch.Nearest(pairs, settings) });
        (plan.CountOf(Part.Train), plan.CountOf(Part.Validation), plan.CountOf(Part.Test)).ShouldBe((3, 1, 1));
    }

    private static Candidate[] Documents(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Candidate(new Guid(i, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]), new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), null, "factual", null))];
}
