using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd;

/// <summary>Makes the pictures in docs/screenshots, when asked to: SYNTHDATAGEN_SCREENSHOTS=1.</summary>
public sealed class Screenshots(RunningStack stack) : BrowserTest(stack)
{
    private const string Wanted = "SYNTHDATAGEN_SCREENSHOTS";
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "screenshots");

    [Fact]
    public async Task Every_page_has_its_picture()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Wanted) == "1", $"Pictures are made when {Wanted} is 1.");
        var workspace = await Stack.NewWorkspaceAsync("Company handbook", Cancel);
        await using var visit = await (await Stack.OpenAsync()).SignedInAsync(workspace.Name);
        string[] names = [TestFiles.Handbook, TestFiles.Policy, TestFiles.Guide];

        await visit.Documents.GoAsync();
        await visit.Documents.UploadAsync(names.Select(TestFiles.Sample));
        foreach (var name in names)
        {
            await visit.Documents.ShowsAsync(name, "ready");
        }

        await visit.Generation.GoAsync();
        await visit.Generation.StartRunAsync();
        await visit.Generation.FinishesAsync();
        await ReviewSomeAsync(visit);
        await TakeAsync(visit, "review");
        await VisitAllAsync(visit);
    }

    private static async Task ReviewSomeAsync(Visit visit)
    {
        await visit.Review.GoAsync();
        await visit.Review.StartAsync();
        for (var done = 0; done < 6; done++)
        {
            await visit.Desk.SeeAsync(done);
            await (done == 2 ? visit.Desk.RejectAsync(4) : visit.Desk.ApproveAsync());
        }

        await visit.Desk.SeeAsync(6);
    }

    private static async Task VisitAllAsync(Visit visit)
    {
        foreach (var (path, name) in new[] { ("/", "home"), ("/documents", "documents"), ("/generation", "generation"), ("/review", "review-list"), ("/export", "export") })
        {
            await visit.GoAsync(path);
            await TakeAsync(visit, name);
        }

        await visit.Documents.GoAsync();
        await visit.Documents.OpenAsync(TestFiles.Handbook);
        await Assertions.Expect(visit.Documents.Text).ToBeVisibleAsync();
        await TakeAsync(visit, "document");
    }

    private static async Task TakeAsync(Visit visit, string name)
    {
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        await visit.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete) && document.fonts.status === 'loaded'");
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    }
}
