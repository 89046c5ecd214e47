using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>Servers are killed while somebody reviews; neither edits nor decisions are lost.</summary>
public sealed class LostServerTests(RunningStack stack) : BrowserTest(stack)
{
    private const string Before = "Words that were typed before the server died";
    private const string After = ", and some after it.";

    [Fact]
    public async Task An_unsaved_edit_survives_the_death_of_the_browser_app()
    {
        var workspace = await Stack.WithPairsAsync("A dying browser app", Cancel);
        var pair = (await workspace.Review.NextAsync(count: 1, cancellationToken: Cancel)).Items[0];
        await using var visit = await Stack.AdministratorAsync(workspace);
        await visit.GoAsync("/review/desk");
        await visit.Desk.ShowsAsync(pair);
        await visit.Desk.WriteAsync(Before);

        await KillAsync("SynthDataGen.Web");
        await Assertions.Expect(visit.Page.GetByText("Connection lost")).ToBeVisibleAsync();
        await visit.Page.Keyboard.InsertTextAsync(After);

        await Assertions.Expect(visit.Desk.WordsBack).ToBeVisibleAsync();
        await Assertions.Expect(visit.Desk.Editor).ToHaveValueAsync(Before + After);
        await KillAsync("SynthDataGen.Api");
        await visit.Desk.Editor.FocusAsync();
        await visit.Desk.PressAsync("Control+Enter");
        await Until.TrueAsync(async () => (await workspace.GetOrNullAsync(pair.Id, Cancel))?.Version > pair.Version, "the edit is saved", Cancel);
        var now = await workspace.Review.GetAsync(pair.Id, Cancel);
        (now.Answer, now.Status, now.History!.Count).ShouldBe((Before + After, "approved", 1));
        ShouldHaveMetNoError(visit);
    }

    [Fact]
    public async Task Decisions_made_while_all_servers_die_arrive_once()
    {
        var workspace = await Stack.WithPairsAsync("Dying servers", Cancel);
        var pairs = (await workspace.Review.NextAsync(count: 3, cancellationToken: Cancel)).Items;
        await using var visit = await Stack.AdministratorAsync(workspace);
        await visit.GoAsync("/review/desk");
        await visit.Desk.ShowsAsync(pairs[0]);

        await KillAsync("SynthDataGen.Api");
        await visit.Desk.ApproveAsync();
        await visit.Desk.RejectAsync(2);
        await visit.Desk.ShowsDoneAsync(2);
        await KillAsync("SynthDataGen.Web");

        await Until.TrueAsync(async () => (await workspace.GetOrNullAsync(pairs[1].Id, Cancel))?.Version > pairs[1].Version, "the last decision is saved", Cancel);
        var now = await Task.WhenAll(pairs.Select(pair => workspace.Review.GetAsync(pair.Id, Cancel)));
        now.Select(pair => pair.Status).ShouldBe(["approved", "rejected", "pending"]);
        now.Select(pair => pair.History!.Count).ShouldBe([1, 1, 0]);
        ShouldHaveMetNoError(visit);
    }

    /// <summary>Like <c>kill -9</c>; the AppHost starts it again.</summary>
    private async Task KillAsync(string program)
    {
        var process = (await Stack.StartAsync()).Processes.Single(process => process.Program == program);
        process.Kill();
        await Until.TrueAsync(() => Task.FromResult(!process.IsAlive), $"{program} is dead", Cancel);
    }

    /// <summary>The browser logs a line for each try to reach a dead server; a broken page shows in other ways.</summary>
    private static void ShouldHaveMetNoError(Visit visit) =>
        visit.Alarms.Where(alarm => !alarm.StartsWith("console:", StringComparison.Ordinal)).ShouldBeEmpty();
}
