using Microsoft.EntityFrameworkCore;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data;

namespace SynthDataGen.Api.Tests.Review;

public sealed class BulkTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task Only_matching_pairs_are_approved()
    {
        var pairs = await api.Seed.PairsAsync(7);
        await Review.DecideAsync(pairs[1].Id, new("approve", 1), Token);
        var bulk = await Review.DecideAsync(new BulkDecision("approve") { Filter = new() { RunId = pairs[0].RunId, Flag = "too-short" } }, Token);
        (bulk.State, bulk.Changed, bulk.Total, bulk.By).ShouldBe(("done", 2, 3, "administrator"));
        (await StatusesAsync(pairs)).ShouldBe("pending approved pending approved pending approved pending");
        var one = await Review.GetAsync(pairs[3].Id, Token);
        (one.Version, one.DecidedBy, one.History!.ShouldHaveSingleItem().Action).ShouldBe((2, "administrator", "approve"));
    }

    [Fact]
    public async Task An_undo_restores_pairs_without_later_decisions()
    {
        var pairs = await api.Seed.PairsAsync(4);
        await Review.DecideAsync(pairs[0].Id, new("approve", 1), Token);
        var bulk = await Review.DecideAsync(new BulkDecision("reject") { Reason = "off-topic", Ids = [.. pairs.Select(p => p.Id)] }, Token);
        (bulk.Changed, await StatusesAsync(pairs)).ShouldBe((4, "rejected rejected rejected rejected"));
        await Review.DecideAsync(pairs[3].Id, new("approve", 2), Token);

        var undone = await Review.UndoAsync(bulk.UndoToken, Token);

        (undone.State, undone.Changed, await StatusesAsync(pairs)).ShouldBe(("undone", 1, "approved pending pending approved"));
        (await Review.UndoAsync(bulk.UndoToken, Token)).ShouldBe(undone);
        var restored = await Review.GetAsync(pairs[1].Id, Token);
        (restored.DecidedBy, restored.History!.Select(d => (d.Action, d.Reason, d.Undone)).ToArray()).ShouldSatisfyAllConditions(
            r => r.DecidedBy.ShouldBeNull(), r => r.Item2.ShouldBe([("reject", "off-topic", true), ("undo", null, false)]));
    }

    [Fact]
    public async Task Recent_bulk_decisions_are_listed_for_the_workspace()
    {
        var pairs = await api.Seed.PairsAsync(2);
        var first = await Review.DecideAsync(new BulkDecision("approve") { Ids = [pairs[0].Id] }, Token);
        var second = await Review.DecideAsync(new BulkDecision("reject") { Ids = [pairs[1].Id] }, Token);
        (await Review.ListBulkAsync(Token)).Items.Take(2).Select(b => b.UndoToken).ShouldBe([second.UndoToken, first.UndoToken]);
        await api.Client.Workspaces.CreateAsync(new("quiet"), Token);
        (await api.Client.Workspace("quiet").Review.ListBulkAsync(Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tags_are_added_and_removed()
    {
        var pairs = await api.Seed.PairsAsync(3);
        Guid[] ids = [pairs[0].Id, pairs[2].Id];
        var tagged = await Review.DecideAsync(new BulkDecision("tag") { Ids = ids, Tag = " for legal, \"urgent\" " }, Token);
        tagged.Changed.ShouldBe(2);
        (await Review.DecideAsync(new BulkDecision("tag") { Ids = ids, Tag = "for legal, \"urgent\"" }, Token)).Changed.ShouldBe(0);
        var found = await Review.ListAsync(new() { RunId = pairs[0].RunId, Tag = "for legal, \"urgent\"" }, cancellationToken: Token);
        found.Items.Select(p => p.Id).ShouldBe(ids);
        found.Items.ShouldAllBe(p => p.Status == "pending" && p.DecidedBy == null && p.Version == 2);
        (await Review.DecideAsync(new BulkDecision("untag") { Filter = new() { Tag = "for legal, \"urgent\"" }, Tag = "for legal, \"urgent\"" }, Token)).Changed.ShouldBe(2);
        (await Review.UndoAsync(tagged.UndoToken, Token)).Changed.ShouldBe(2);
        (await Review.GetAsync(pairs[0].Id, Token)).Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undo_restores_removed_tags()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        await Review.DecideAsync(new BulkDecision("tag") { Ids = [pair.Id], Tag = "b" }, Token);
        await Review.DecideAsync(new BulkDecision("tag") { Ids = [pair.Id], Tag = "a" }, Token);
        var untagged = await Review.DecideAsync(new BulkDecision("untag") { Ids = [pair.Id], Tag = "b" }, Token);
        await Review.UndoAsync(untagged.UndoToken, Token);
        (await Review.GetAsync(pair.Id, Token)).Tags.ShouldBe(["b", "a"]);
    }

    [Fact]
    public async Task Unknown_and_foreign_ids_are_ignored()
    {
        await api.Client.Workspaces.CreateAsync(new("elsewhere"), Token);
        var pairs = await api.Seed.PairsAsync(2);
        var ids = pairs.Select(p => p.Id).Append(Guid.CreateVersion7()).ToArray();
        (await api.Client.Workspace("elsewhere").Review.DecideAsync(new BulkDecision("approve") { Ids = ids }, Token)).Total.ShouldBe(0);
        (await Review.DecideAsync(new BulkDecision("approve") { Ids = ids }, Token)).Total.ShouldBe(2);
    }

    [Fact]
    public async Task Concurrent_reviewers_and_a_bulk_overwrite_nothing()
    {
        var pairs = await api.Seed.PairsAsync(40);
        var bulk = Review.DecideAsync(new BulkDecision("approve") { Filter = new() { Status = "pending", RunId = pairs[0].RunId } }, Token);
        var rejected = await Task.WhenAll(pairs.Select(async pair =>
        {
            try
            {
                await Review.DecideAsync(pair.Id, new("reject", 1), Token);
                return true;
            }
            catch (PairChangedException)
            {
                return false;
            }
        }));
        (await bulk).Changed.ShouldBe(rejected.Count(won => !won));
        (await StatusesAsync(pairs)).ShouldBe(string.Join(' ', rejected.Select(won => won ? "rejected" : "approved")));
    }

    [Fact]
    public async Task Ten_thousand_ids_are_accepted_and_one_more_refused()
    {
        var pairs = await api.Seed.PairsAsync(1);
        Guid[] ids = [.. Enumerable.Range(0, 9_999).Select(_ => Guid.CreateVersion7()), pairs[0].Id];
        (await Review.DecideAsync(new BulkDecision("approve") { Ids = ids }, Token)).Changed.ShouldBe(1);
        (await CodeAsync(new("approve") { Ids = [.. ids, Guid.CreateVersion7()] })).ShouldBe("too-many-ids");
    }

    [Fact]
    public async Task An_invalid_bulk_decision_changes_nothing()
    {
        var pairs = await api.Seed.PairsAsync(1);
        PairFilter filter = new() { RunId = pairs[0].RunId };
        (await CodeAsync(new("edit") { Filter = filter })).ShouldBe("unknown-action");
        (await CodeAsync(new("approve"))).ShouldBe("ids-or-filter");
        (await CodeAsync(new("approve") { Ids = [pairs[0].Id], Filter = filter })).ShouldBe("ids-or-filter");
        (await CodeAsync(new("tag") { Filter = filter })).ShouldBe("bad-tag");
        (await CodeAsync(new("tag") { Filter = filter, Tag = new('x', 51) })).ShouldBe("bad-tag");
        (await CodeAsync(new("untag") { Filter = filter, Tag = "nul \0" })).ShouldBe("bad-tag");
        (await CodeAsync(new("reject") { Reason = new string('x', 1_001), Filter = filter })).ShouldBe("bad-reason");
        (await CodeAsync(new("approve") { Filter = filter with { Status = "lost" } })).ShouldBe("unknown-status");
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.UndoAsync(Guid.CreateVersion7(), Token))).Code.ShouldBe("bulk-not-found");
        await using var db = await api.Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(Token);
        (await db.Decisions.CountAsync(d => d.PairId == pairs[0].Id, Token)).ShouldBe(0);
    }

    private async Task<string> CodeAsync(BulkDecision decision) =>
        (await Should.ThrowAsync<SynthDataGenException>(() => Review.DecideAsync(decision, Token))).Code;

    private async Task<string> StatusesAsync(IReadOnlyList<Pair> pairs) => string.Join(
        ' ', (await Review.ListAsync(new() { RunId = pairs[0].RunId }, limit: 100, cancellationToken: Token)).Items.Select(pair => pair.Status));
}
