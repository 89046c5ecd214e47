using Microsoft.EntityFrameworkCore;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Workspaces;

namespace SynthDataGen.Api.Tests.Review;

public sealed class DashboardTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReviewClient Review => api.Workspace.Review;

    [Fact]
    public async Task The_dashboard_groups_decisions_in_every_way()
    {
        var pairs = await api.Seed.PairsAsync(6);
        await DecideAsync(pairs[0], "approve");
        await DecideAsync(pairs[2], "edit", answer: "Three.");
        await DecideAsync(pairs[1], "reject", reason: "trivial");
        await DecideAsync(await DecideAsync(pairs[3], "reject", reason: "wrong"), "undo");

        var dashboard = await Review.GetDashboardAsync(Token);
        var run = dashboard.Runs.Single(r => r.Id == pairs[0].RunId);
        (run.Approved, run.Rejected, run.Pending).ShouldBe((2, 1, 3));
        run.Share!.Value.ShouldBe(2 / 3d, 0.001);
        var document = dashboard.Documents.Single(d => d.Id == pairs[0].DocumentId);
        (document.Approved, document.Rejected, document.Pending).ShouldBe((2, 1, 3));
        dashboard.Types.ShouldContain(t => t.Name == "factual");
        dashboard.Templates.ShouldContain(t => t.Name == "template 1");
        dashboard.Reasons.ShouldContain(r => r.Name == "trivial");
        dashboard.Reasons.ShouldNotContain(r => r.Name == "wrong");
        var person = dashboard.Reviewers.Single(r => r.Name == "administrator");
        person.Edited.ShouldBeGreaterThanOrEqualTo(1);
        person.PerHour.ShouldBeGreaterThan(0);
        dashboard.Checks.Single(c => c.Flag == "too-short").Rejected.ShouldBeGreaterThanOrEqualTo(1);
        dashboard.Days[^1].Rejected.ShouldBeGreaterThanOrEqualTo(1);
        dashboard.Funnel.Pairs.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task Tallies_equal_counts_after_concurrent_decisions()
    {
        var pairs = await api.Seed.PairsAsync(30);
        await Task.WhenAll(pairs.Select(async (pair, i) =>
        {
            var decided = await DecideAsync(pair, i % 2 == 0 ? "approve" : "reject");
            if (i % 3 == 0)
            {
                await DecideAsync(decided, "undo");
            }
        }));

        await using var db = await api.Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(Token);
        var counted = await db.Pairs.GroupBy(p => new { p.RunId, p.QuestionType, p.Status, Flagged = p.Flags.Any() })
            .Select(g => new { g.Key.RunId, g.Key.QuestionType, g.Key.Status, g.Key.Flagged, Count = g.LongCount() }).ToListAsync(Token);
        var tallied = await db.PairTallies.GroupBy(t => new { t.RunId, t.QuestionType, t.Status, t.Flagged })
            .Select(g => new { g.Key.RunId, g.Key.QuestionType, g.Key.Status, g.Key.Flagged, Count = g.Sum(t => t.Count) }).Where(t => t.Count != 0).ToListAsync(Token);
        tallied.ShouldBe(counted, ignoreOrder: true);
        (await db.FlagTallies.SumAsync(t => t.Count, Token)).ShouldBe(await db.Pairs.SumAsync(p => p.Flags.Count, Token));
        var stand = await db.Decisions.LongCountAsync(d => d.Action != Core.Pairs.DecisionAction.Undo && !d.Undone, Token);
        (await db.DecisionTallies.SumAsync(t => t.Count, Token)).ShouldBe(stand);
    }

    [Fact]
    public async Task The_heat_of_chunks_shows_their_pairs()
    {
        var pairs = await api.Seed.PairsAsync(4);
        await DecideAsync(pairs[0], "approve");
        var heat = await Review.GetHeatAsync(pairs[0].DocumentId, Token);
        heat.Sum(chunk => chunk.Pairs).ShouldBe(4);
        heat.Sum(chunk => chunk.Approved).ShouldBe(1);
        heat.ShouldAllBe(chunk => (chunk.State == "covered") == (chunk.Pairs > 0));
        var refused = await Should.ThrowAsync<Client.SynthDataGenException>(() => Review.GetHeatAsync(Guid.CreateVersion7(), Token));
        refused.Code.ShouldBe("document-not-found");
    }

    [Fact]
    public async Task A_deleted_workspace_leaves_no_tallies()
    {
        await using var twin = new ApiApplication();
        await twin.InitializeAsync();
        await DecideIn(twin, (await twin.Seed.PairsAsync(3))[0]);
        var removal = twin.Get<WorkspaceRemoval>();
        var workspace = (await twin.Get<WorkspaceRecords>().FindAsync("default", Token))!;
        await removal.BeginAsync(workspace.Id, Token);
        await removal.FinishAsync(workspace.Id, Token);
        await using var db = await twin.Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(Token);
        (await db.PairTallies.CountAsync(Token) + await db.FlagTallies.CountAsync(Token) + await db.DecisionTallies.CountAsync(Token)).ShouldBe(0);
    }

    private static Task<Pair> DecideIn(ApiApplication application, Pair pair) =>
        application.Workspace.Review.DecideAsync(pair.Id, new NewDecision("approve", pair.Version), Token);

    private Task<Pair> DecideAsync(Pair pair, string action, string? answer = null, string? reason = null) =>
        Review.DecideAsync(pair.Id, new(action, pair.Version) { Answer = answer, Reason = reason }, Token);
}
