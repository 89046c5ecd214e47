using Microsoft.Playwright;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Pages;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>Two people review the same workspace, each in their own browser.</summary>
public sealed class TwoReviewersTests(RunningStack stack) : BrowserTest(stack)
{
    private const int Looks = 6;
    private const string First = "The first one wrote these words.";
    private const string Second = "The second one wrote other words.";

    [Fact]
    public async Task A_second_browser_sees_decisions_as_they_are_made()
    {
        var workspace = await Stack.WithPairsAsync("Live", Cancel);
        var pairs = (await workspace.Review.NextAsync(count: 2, cancellationToken: Cancel)).Items;
        var total = (await workspace.GetStatsAsync(Cancel)).Pairs.Total;
        await using var one = await Stack.AdministratorAsync(workspace);
        await using var other = await Stack.ReviewerAsync(workspace, "Live Reviewer", Cancel);
        await using var third = await Stack.AdministratorAsync(workspace);
        await other.Review.GoAsync();
        await third.GoAsync("/review/desk");
        await Assertions.Expect(other.Review.Row(pairs[0])).ToHaveAttributeAsync("data-status", "pending");
        await third.Desk.ShowsWaitingAsync(total);

        await one.GoAsync($"/review/desk?pair={pairs[0].Id}");
        await one.Desk.ShowsAsync(pairs[0]);
        await one.Desk.ApproveAsync();
        await Assertions.Expect(other.Review.Row(pairs[0])).ToHaveAttributeAsync("data-status", "approved");
        await one.Desk.RejectAsync(1);

        await Assertions.Expect(other.Review.Rows.And(other.Page.Locator("[data-status=rejected]"))).ToHaveCountAsync(1);
        await third.Desk.ShowsWaitingAsync(total - 2);
        one.Alarms.Concat(other.Alarms).Concat(third.Alarms).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_never_have_the_same_pair_in_front()
    {
        var workspace = await Stack.WithPairsAsync("Leases", Cancel);
        await using var one = await Stack.AdministratorAsync(workspace);
        await using var other = await Stack.ReviewerAsync(workspace, "Leased Reviewer", Cancel);
        await one.GoAsync("/review/desk");
        await other.GoAsync("/review/desk");

        var (ones, others) = (new List<SeenPair>(), new List<SeenPair>());
        for (var done = 0; done < Looks; done++)
        {
            ones.Add(await one.Desk.SeeAsync(done));
            others.Add(await other.Desk.SeeAsync(done));
            await one.Desk.ApproveAsync();
            await other.Desk.ApproveAsync();
        }

        ones.Concat(others).ShouldBeUnique();
        await Until.TrueAsync(async () => (await workspace.GetStatsAsync(Cancel)).Pairs.Approved == 2 * Looks, "all are approved", Cancel);
        one.Alarms.Concat(other.Alarms).ShouldBeEmpty();
    }

    [Fact]
    public async Task Saving_second_shows_the_current_pair_and_keeps_the_edit()
    {
        var workspace = await Stack.WithPairsAsync("Conflict", Cancel);
        var pair = (await workspace.Review.NextAsync(count: 1, cancellationToken: Cancel)).Items[0];
        await using var one = await Stack.AdministratorAsync(workspace);
        await using var other = await Stack.ReviewerAsync(workspace, "Second Reviewer", Cancel);
        foreach (var (visit, words) in new[] { (one, First), (other, Second) })
        {
            await visit.GoAsync($"/review/desk?pair={pair.Id}");
            await visit.Desk.ShowsAsync(pair);
            await visit.Desk.WriteAsync(words);
        }

        await one.Desk.PressAsync("Control+Enter");
        await HistoryAsync(pair, workspace, First);
        await other.Desk.PressAsync("Control+Enter");

        await Assertions.Expect(other.Desk.Now).ToContainTextAsync(First);
        await Assertions.Expect(other.Desk.Editor).ToHaveValueAsync(Second);
        await other.Desk.Editor.FocusAsync();
        await other.Desk.PressAsync("Control+Enter");
        var history = await HistoryAsync(pair, workspace, First, Second);
        history.Select(decision => decision.By).Distinct().Count().ShouldBe(2);
        history[1].By.ShouldBe("Second Reviewer");
        history[1].Before!.Answer.ShouldBe(First);
        (await workspace.Review.GetAsync(pair.Id, Cancel)).Answer.ShouldBe(Second);
        one.Alarms.Concat(other.Alarms).ShouldBeEmpty();
    }

    /// <summary>Waits for the edits that left these answers.</summary>
    private static async Task<IReadOnlyList<Decision>> HistoryAsync(Pair pair, Client.WorkspaceClient workspace, params string[] answers)
    {
        IReadOnlyList<Decision> history = [];
        await Until.TrueAsync(
            async () => (history = (await workspace.Review.GetAsync(pair.Id, Cancel)).History!).Count >= answers.Length, "the edit is saved", Cancel);
        history.Select(decision => (decision.Action, decision.After!.Answer)).ShouldBe(answers.Select(answer => ("edit", answer)));
        return history;
    }
}
