using Microsoft.Playwright;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Review;

/// <summary>A session that ends in mid-edit costs a sign-in, but no text.</summary>
public sealed class LostSessionTests(RunningStack stack) : BrowserTest(stack)
{
    private const string Words = "Words of somebody who was signed out meanwhile.";

    [Fact]
    public async Task An_unsaved_edit_is_back_after_signing_in_again()
    {
        var workspace = await Stack.WithPairsAsync("Signed out while writing", Cancel);
        var pairs = (await workspace.Review.NextAsync(count: 2, cancellationToken: Cancel)).Items;
        await using var visit = await WriteAndLoseSessionAsync(workspace, pairs[0], "Writing Reviewer");

        // The page finds out when it is notified of a colleague's decision.
        await workspace.Review.DecideAsync(pairs[1].Id, new NewDecision("approve", pairs[1].Version), Cancel);
        await SignInAgainAsync(visit, workspace);

        await Assertions.Expect(visit.Desk.WordsBack).ToBeVisibleAsync();
        await Assertions.Expect(visit.Desk.Editor).ToHaveValueAsync(Words);
        await visit.Desk.Editor.FocusAsync();
        await visit.Desk.PressAsync("Control+Enter");
        await ShouldBeSavedAsync(workspace, pairs[0]);
    }

    [Fact]
    public async Task An_edit_saved_without_a_session_arrives_after_signing_in()
    {
        var workspace = await Stack.WithPairsAsync("Signed out while saving", Cancel);
        var pair = (await workspace.Review.NextAsync(count: 1, cancellationToken: Cancel)).Items[0];
        await using var visit = await WriteAndLoseSessionAsync(workspace, pair, "Saving Reviewer");

        await visit.Desk.PressAsync("Control+Enter");
        await SignInAgainAsync(visit, workspace);

        await Assertions.Expect(visit.Desk.Notice).ToContainTextAsync("sent again");
        await ShouldBeSavedAsync(workspace, pair);
    }

    /// <summary>Types an edit; then the same person signs out in another tab.</summary>
    private async Task<Visit> WriteAndLoseSessionAsync(WorkspaceClient workspace, Pair pair, string name)
    {
        var visit = await Stack.ReviewerAsync(workspace, name, Cancel);
        await visit.GoAsync($"/review/desk?pair={pair.Id}");
        await visit.Desk.ShowsAsync(pair);
        await visit.Desk.WriteAsync(Words);
        var tab = await visit.Page.Context.NewPageAsync();
        await tab.GotoAsync(visit.Admin.WebUrl.AbsoluteUri);
        await tab.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(tab.GetByTestId("signin-token")).ToBeVisibleAsync();
        await tab.CloseAsync();
        return visit;
    }

    private static async Task SignInAgainAsync(Visit visit, WorkspaceClient workspace)
    {
        await Assertions.Expect(visit.SignIn.Secret).ToBeVisibleAsync();
        var person = (await workspace.Members.ListAsync(Cancel)).Items.Single(member => !member.IsEverywhere);
        await visit.SignIn.EnterAsync((await workspace.Members.IssueLinkAsync(person.Id, Cancel)).Token);
    }

    private static async Task ShouldBeSavedAsync(WorkspaceClient workspace, Pair pair)
    {
        await Until.TrueAsync(async () => (await workspace.Review.GetAsync(pair.Id, Cancel)).Version > pair.Version, "the edit is saved", Cancel);
        var now = await workspace.Review.GetAsync(pair.Id, Cancel);
        (now.Answer, now.Status, now.History!.Count).ShouldBe((Words, "approved", 1));
    }
}
