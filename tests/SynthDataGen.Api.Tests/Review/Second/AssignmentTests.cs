using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Api.Tests.Review.Second;

public sealed class AssignmentTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task Assigned_pairs_go_to_nobody_else()
    {
        var (pairs, one) = await BeginAsync(3);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        (await Review.DecideAsync(new BulkDecision("assign") { Ids = [pairs[0].Id, pairs[1].Id], Assignee = one.Name }, Token)).Changed.ShouldBe(2);
        (await Review.TakeAsync(new(filter), Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(pairs[2].Id);
        var mine = await one.Review.TakeAsync(new(filter with { Assignee = "me" }), Token);
        mine.Items.Select(p => (p.Id, p.Assignee, p.Status)).ShouldBe([(pairs[0].Id, one.Name, "pending"), (pairs[1].Id, one.Name, "pending")]);
        (await Review.CountAsync(filter with { Assignee = one.Name }, Token)).Count.ShouldBe(2);
        (await Review.CountAsync(filter with { Assignee = "none" }, Token)).Count.ShouldBe(1);
        (await Review.CountAsync(filter, 2, Token)).ShouldBe(new PairCount(2, More: true));
        (await Review.CountAsync(filter, 3, Token)).ShouldBe(new PairCount(3, More: false));
    }

    [Fact]
    public async Task An_assignment_can_be_undone_and_ended()
    {
        var (pairs, one) = await BeginAsync(2);
        var assigned = await Review.DecideAsync(new BulkDecision("assign") { Filter = new() { RunId = pairs[0].RunId }, Assignee = one.Name }, Token);
        assigned.Assignee.ShouldBe(one.Name);
        (await Review.DecideAsync(new BulkDecision("unassign") { Ids = [pairs[1].Id] }, Token)).Changed.ShouldBe(1);
        (await Review.UndoAsync(assigned.UndoToken, Token)).Changed.ShouldBe(1);
        (await Review.ListAsync(new() { RunId = pairs[0].RunId }, cancellationToken: Token)).Items.ShouldAllBe(p => p.Assignee == null && p.DecidedBy == null);
    }

    [Fact]
    public async Task An_undo_keeps_the_assignment()
    {
        var (pairs, one) = await BeginAsync(1);
        await one.Review.ApproveAsync(pairs[0]);
        await Review.DecideAsync(new BulkDecision("assign") { Ids = [pairs[0].Id], Assignee = "me" }, Token);
        var undone = await one.Review.UndoAsync(pairs[0]);
        (undone.Status, undone.Assignee).ShouldBe(("pending", "administrator"));
    }

    [Fact]
    public async Task Anybody_else_may_give_the_second_opinion()
    {
        await api.ShareAsync(100);
        var pair = (await api.Seed.PairsAsync(1))[0];
        var (one, other) = (await api.ReviewerAsync(), await api.ReviewerAsync());
        await Review.DecideAsync(new BulkDecision("assign") { Ids = [pair.Id], Assignee = one.Name }, Token);
        (await other.Review.TakeAsync(new(new() { RunId = pair.RunId }), Token)).Items.ShouldBeEmpty();
        await one.Review.ApproveAsync(pair);
        (await other.Review.TakeAsync(new(new() { RunId = pair.RunId }), Token)).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("nobody of that name")]
    [InlineData(null)]
    public async Task Pairs_are_assigned_only_to_members(string? name)
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        await People.RefusedAsync(400, "unknown-assignee", () => Review.DecideAsync(new BulkDecision("assign") { Ids = [pair.Id], Assignee = name }, Token));
    }

    private async Task<(IReadOnlyList<Pair> Pairs, (string Name, ReviewClient Review) One)> BeginAsync(int count)
    {
        await api.ShareAsync(0);
        return (await api.Seed.PairsAsync(count), await api.ReviewerAsync());
    }
}
