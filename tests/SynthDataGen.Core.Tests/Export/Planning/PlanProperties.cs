using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Tests.Export.Planning;

/// <summary>Properties of every plan, whatever the pairs, the shares and the seed.</summary>
public sealed class PlanProperties
{
    [Fact]
    public void No_document_and_no_cluster_is_in_two_parts() => Check(world =>
    {
        var plan = ExportPlan.Of(world.Pairs, world.Settings);
        PartsBy(world, plan, pair => pair.DocumentId).ShouldAllBe(parts => parts == 1);
        PartsBy(world, plan, pair => pair.ClusterId ?? pair.Id).ShouldAllBe(parts => parts == 1);
        ExportRefusal.LeakOf(world.Pairs, plan).ShouldBeNull();
    });

    [Fact]
    public void Each_pair_is_in_one_part_or_left_out_for_one_reason() => Check(world =>
    {
        var plan = ExportPlan.Of(world.Pairs, world.Settings);
        Enumerable.Range(0, plan.Count).ShouldAllBe(i => plan[i].Part.HasValue != plan[i].LeftOut.HasValue);
        (Enum.GetValues<Part>().Sum(plan.CountOf) + Enum.GetValues<LeaveOutReason>().Sum(plan.CountOf)).ShouldBe(world.Pairs.Count);
    });

    [Fact]
    public void The_same_pairs_are_always_dealt_alike() => Check(world =>
        Placements(ExportPlan.Of(world.Pairs, world.Settings)).ShouldBe(Placements(ExportPlan.Of([.. world.Pairs], world.Settings))));

    [Fact]
    public void Added_documents_move_no_other_one() => Check(world =>
    {
        var before = ExportPlan.Of(world.Pairs, world.Settings);
        Candidate[] more = [.. Enumerable.Range(0, 40).Select(i => new Candidate(Guid.CreateVersion7(), Guid.CreateVersion7(), world.Pairs[i % world.Pairs.Count].Id, "factual", null))];
        Candidate[] pairs = [.. more[..20], .. world.Pairs, .. more[20..]];
        var after = ExportPlan.Of(pairs, world.Settings);
        Enumerable.Range(0, before.Count).ShouldAllBe(i => before[i].Part == null || after[20 + i].Part == null || before[i].Part == after[20 + i].Part);
    });

    [Fact]
    public void One_pair_of_each_cluster_stays_unless_all_are_kept() => Check(world =>
    {
        var plan = ExportPlan.Of(world.Pairs, world.Settings with { KeepDuplicates = false, Balance = null });
        var clusters = world.Pairs.Where(pair => pair.Benchmark is null).Select(pair => pair.ClusterId ?? pair.Id).Distinct().Count();
        Enumerable.Range(0, plan.Count).Count(i => plan[i].Part.HasValue).ShouldBe(clusters);
    });

    [Fact]
    public void No_kind_exceeds_the_balance() => Check(world =>
    {
        var plan = ExportPlan.Of(world.Pairs, world.Settings with { Balance = new(BalanceBy.Type, 3) });
        Enumerable.Range(0, plan.Count).Where(i => plan[i].Part.HasValue).CountBy(i => world.Pairs[i].Type).ShouldAllBe(kind => kind.Value <= 3);
    });

    [Fact]
    public void Without_a_number_every_kind_is_as_large_as_the_smallest() => Check(world =>
    {
        var plan = ExportPlan.Of(world.Pairs, world.Settings with { Balance = new(BalanceBy.Type, null) });
        Enumerable.Range(0, plan.Count).Where(i => plan[i].Part.HasValue).CountBy(i => world.Pairs[i].Type).Select(kind => kind.Value).Distinct().Count().ShouldBeLessThan(2);
    });

    private static Placement[] Placements(ExportPlan plan) => [.. Enumerable.Range(0, plan.Count).Select(i => plan[i])];

    private static IEnumerable<int> PartsBy(World world, ExportPlan plan, Func<Candidate, Guid> what) => Enumerable.Range(0, plan.Count)
        .Where(i => plan[i].Part.HasValue)
        .GroupBy(i => what(world.Pairs[i]), (_, places) => places.Select(i => plan[i].Part).Distinct().Count());

    private static void Check(Action<World> property) => Prop.ForAll(Worlds.ToArbitrary(), property).Check(Config.QuickThrowOnFailure);

    private static Gen<World> Worlds =>
        from documents in Gen.Choose(1, 30)
        from pairs in Gen.Choose(1, 200)
        from train in Gen.Choose(0, 100)
        from validation in Gen.Choose(0, 100 - train)
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        from keep in Gen.Elements(true, false)
        from draw in Gen.Choose(0, int.MaxValue)
        select new World(Pairs(pairs, documents, new Random(draw)), new("json", new PairQuery()) { Split = new(train, validation, 100 - train - validation), Seed = seed, KeepDuplicates = keep });

    private static List<Candidate> Pairs(int count, int documents, Random random)
    {
        Guid[] ids = [.. Enumerable.Range(0, documents).Select(_ => Guid.CreateVersion7())];
        var pairs = new List<Candidate>();
        for (var i = 0; i < count; i++)
        {
            var first = pairs.Count > 0 && random.Next(3) == 0 ? pairs[random.Next(pairs.Count)] : default(Candidate?);
            pairs.Add(new(
                Guid.CreateVersion7(),
                ids[random.Next(documents)],
                first is { } like ? like.ClusterId ?? like.Id : null,
                $"type {random.Next(4)}",
                random.Next(2) == 0 ? null : "easy",
                random.Next(10) == 0 ? 0 : null));
        }

        return pairs;
    }

    private sealed record World(List<Candidate> Pairs, ExportSettings Settings);
}
