using SynthDataGen.EndToEnd.Stack;
using SynthDataGen.Testing;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>Takes the pictures in docs/screenshots if SYNTHDATAGEN_SCREENSHOTS=1.</summary>
public sealed class Screenshots(RunningStack stack) : BrowserTest(stack)
{
    private const string Wanted = "SYNTHDATAGEN_SCREENSHOTS";
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "screenshots");

    /// <summary>Hides the test's folders and addresses.</summary>
    private const string AsAtHome =
        """
        () => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const shown = texts.currentNode.data;
            const home = shown.replace(/\/tmp\/.*$/, ".data/store").replace(/(localhost|127\.0\.0\.1):\d+/g, "localhost:5081");
            if (home !== shown) texts.currentNode.data = home;
          }
        }
        """;

    [Fact]
    public async Task Every_page_has_its_pictures()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Wanted) == "1", $"Pictures are made when {Wanted} is 1.");
        var sights = await Sights.MakeAsync(Stack, "company-handbook", Cancel);
        await using var stranger = await Stack.OpenAsync();
        await using var member = await (await Stack.OpenAsync()).SignedInAsync(sights.Workspace.Name);

        foreach (var stop in Stops.All)
        {
            var visit = stop.SignedIn ? member : stranger;
            await TakeAsync(visit, stop, sights, "", 1280, 800);
            await TakeAsync(visit, stop, sights, "-tablet", 820, 1180);
        }
    }

    private static async Task TakeAsync(Visit visit, Stop stop, Sights sights, string suffix, int width, int height)
    {
        await visit.Page.SetViewportSizeAsync(width, height);
        await stop.GoAsync(visit, sights);
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.Page.EvaluateAsync(AsAtHome);
        await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{stop.Name}{suffix}.png") });
    }
}
