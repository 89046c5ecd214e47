using Microsoft.EntityFrameworkCore;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data;

namespace SynthDataGen.Api.Tests.Review;

public sealed class LeaseTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task Twenty_concurrent_reviewers_never_get_the_same_pair()
    {
        var pairs = await api.Seed.PairsAsync(90);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReviewerAsync()));

        var taken = await Task.WhenAll(reviewers.Select(reviewer => reviewer.TakeAsync(new(filter, 5), Token)));

        var given = taken.SelectMany(t => t.Items.Select(p => p.Id)).ToList();
        given.ShouldBeUnique();
        given.Order().ShouldBe(pairs.Select(p => p.Id).Order());
        (await Review.CountAsync(filter with { Stage = "open" }, Token)).ShouldBe(new(90, false));
    }

    [Theory]
    [InlineData("created")]
    [InlineData("doubt")]
    [InlineData("spread")]
    public async Task A_second_request_returns_the_same_pairs_first(string sort)
    {
        var filter = new PairFilter { RunId = (await api.Seed.PairsAsync(12))[0].RunId, Sort = sort };
        var first = await Review.TakeAsync(new(filter, 4), Token);
        (await Review.TakeAsync(new(filter, 4), Token)).Items.Select(p => p.Id).ShouldBe(first.Items.Select(p => p.Id), ignoreOrder: sort == "spread");
        var more = await Review.TakeAsync(new(filter, 6, [.. first.Items.Select(p => p.Id)]), Token);
        more.Items.Count.ShouldBe(6);
        more.Items.Select(p => p.Id).Intersect(first.Items.Select(p => p.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pairs_of_others_are_counted_but_not_given()
    {
        var pairs = await api.Seed.PairsAsync(5);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        await (await ReviewerAsync()).TakeAsync(new(filter, 3), Token);
        var taken = await Review.TakeAsync(new(filter, 10), Token);
        taken.Items.Select(p => p.Id).ShouldBe([pairs[3].Id, pairs[4].Id]);
        taken.Elsewhere.ShouldBe(3);
        (await Review.TakeAsync(new(filter, 2), Token)).Elsewhere.ShouldBeNull();
    }

    [Fact]
    public async Task An_expired_lease_goes_to_the_next_reviewer()
    {
        var pairs = await api.Seed.PairsAsync(2);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        var other = await ReviewerAsync();
        await other.TakeAsync(new(filter), Token);
        (await Review.TakeAsync(new(filter), Token)).Items.ShouldBeEmpty();
        await EndAsync(pairs[0].Id);
        (await Review.TakeAsync(new(filter), Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(pairs[0].Id);
        (await other.RenewAsync([pairs[0].Id, pairs[1].Id], Token)).Ids.ShouldBe([pairs[1].Id]);
    }

    [Fact]
    public async Task An_expired_lease_can_be_renewed_if_nobody_took_it()
    {
        var pairs = await api.Seed.PairsAsync(1);
        await Review.TakeAsync(new(new() { RunId = pairs[0].RunId }), Token);
        await EndAsync(pairs[0].Id);
        (await Review.RenewAsync([pairs[0].Id, Guid.CreateVersion7()], Token)).Ids.ShouldBe([pairs[0].Id]);
        (await (await ReviewerAsync()).TakeAsync(new(new() { RunId = pairs[0].RunId }), Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_returned_pair_goes_to_the_next_reviewer()
    {
        var pairs = await api.Seed.PairsAsync(2);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        var other = await ReviewerAsync();
        await other.TakeAsync(new(filter), Token);
        (await Review.GiveBackAsync([pairs[0].Id], Token)).Ids.ShouldBeEmpty();
        (await other.GiveBackAsync([pairs[0].Id], Token)).Ids.ShouldBe([pairs[0].Id]);
        (await Review.TakeAsync(new(filter), Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(pairs[0].Id);
    }

    [Fact]
    public async Task A_lease_is_not_renewed_from_another_workspace()
    {
        var pairs = await api.Seed.PairsAsync(1);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        await Review.TakeAsync(new(filter), Token);
        await EndAsync(pairs[0].Id);
        await api.Client.Workspaces.CreateAsync(new("elsewhere"), Token);
        var elsewhere = api.Client.Workspace("elsewhere").Review;
        (await elsewhere.RenewAsync([pairs[0].Id], Token)).Ids.ShouldBeEmpty();
        (await elsewhere.GiveBackAsync([pairs[0].Id], Token)).Ids.ShouldBeEmpty();
        (await Review.RenewAsync([pairs[0].Id], Token)).Ids.ShouldBe([pairs[0].Id]);
    }

    [Fact]
    public async Task A_decision_ends_the_lease_and_needs_none()
    {
        var pairs = await api.Seed.PairsAsync(1);
        var filter = new PairFilter { RunId = pairs[0].RunId };
        await (await ReviewerAsync()).TakeAsync(new(filter), Token);
        await Review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        await Review.DecideAsync(pairs[0].Id, new("undo", 2), Token);
        (await Review.TakeAsync(new(filter), Token)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lease_lasts_as_long_as_configured()
    {
        var workspace = api.Client.Workspaces;
        await workspace.UpdateAsync("default", new() { Review = new(["wrong", " other "], 120, 25) }, Token);
        var kept = (await workspace.GetAsync("default", Token)).Review.ShouldNotBeNull();
        (string.Join(", ", kept.Reasons!), kept.LeaseMinutes, kept.SecondShare).ShouldBe(("wrong, other", 120, 25));
        var pairs = await api.Seed.PairsAsync(1);
        var until = (await Review.TakeAsync(new(new() { RunId = pairs[0].RunId }), Token)).Until;
        (until - TimeProvider.System.GetUtcNow()).TotalMinutes.ShouldBeInRange(110, 121);
    }

    [Theory]
    [InlineData("bad-lease", 0, null)]
    [InlineData("bad-lease", 121, null)]
    [InlineData("bad-share", null, 101)]
    public async Task Invalid_settings_are_refused(string code, int? minutes, int? share) =>
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.UpdateAsync("default", new() { Review = new(null, minutes, share) }, Token))).Code.ShouldBe(code);

    [Fact]
    public async Task Too_many_reasons_are_refused() =>
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.UpdateAsync(
            "default", new() { Review = new([.. Enumerable.Range(0, 10).Select(i => $"reason {i}")]) }, Token))).Code.ShouldBe("bad-reasons");

    [Fact]
    public async Task Too_many_pairs_at_once_are_refused()
    {
        Guid[] ids = [.. Enumerable.Range(0, 1_001).Select(_ => Guid.CreateVersion7())];
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.TakeAsync(new(Skip: ids), Token))).Code.ShouldBe("too-many-ids");
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.RenewAsync(ids, Token))).Code.ShouldBe("too-many-ids");
    }

    private async Task<ReviewClient> ReviewerAsync() =>
        (await api.People.AddAsync($"reviewer {Guid.CreateVersion7()}", Roles.Reviewer)).Workspace("default").Review;

    private async Task EndAsync(Guid pair)
    {
        await using var db = await api.Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(Token);
        await db.Leases.Where(l => l.PairId == pair).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch), Token);
    }
}
