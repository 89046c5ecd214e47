using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Tour;

/// <summary>All pages, with the states that look different.</summary>
internal static class Stops
{
    public static IReadOnlyList<Stop> All { get; } =
    [
        new("home", "/", (visit, _) => visit.ArriveAsync("/")),
        new("documents", "/documents", (visit, _) => visit.ArriveAsync("/documents")),
        new("document", "/documents/{Id:guid}", DocumentAsync),
        new("generation", "/generation", (visit, _) => visit.ArriveAsync("/generation")),
        new("new-run", "/generation", NewRunAsync),
        new("run", "/generation/runs/{Id:guid}", (visit, sights) => visit.ArriveAsync($"/generation/runs/{sights.Run}")),
        new("recipes", "/generation/recipes", (visit, _) => visit.ArriveAsync("/generation/recipes")),
        new("new-recipe", "/generation/recipes/new", (visit, _) => visit.ArriveAsync("/generation/recipes/new")),
        new("recipe", "/generation/recipes/{Id:guid}", (visit, sights) => visit.ArriveAsync($"/generation/recipes/{sights.Recipe}")),
        new("generators", "/generation/generators", (visit, _) => visit.ArriveAsync("/generation/generators")),
        new("review-list", "/review", (visit, _) => visit.ArriveAsync("/review")),
        new("review", "/review/desk", (visit, _) => DeskAsync(visit)),
        new("review-page", "/review/desk", (visit, _) => DeskAsync(visit, "p", "[data-testid=evidence-box]")),
        new("review-edit", "/review/desk", (visit, _) => DeskAsync(visit, "e", "[data-testid=evidence-chip]")),
        new("review-reject", "/review/desk", (visit, _) => DeskAsync(visit, "r", "[data-testid=reject-choice]")),
        new("review-flags", "/review/desk", (visit, _) => DeskAsync(visit, "f", "[role=listbox]")),
        new("review-keys", "/review/desk", (visit, _) => DeskAsync(visit, "?", "[role=dialog]")),
        new("review-adjudicate", "/review/adjudicate", (visit, _) => visit.ArriveAsync("/review/adjudicate")),
        new("dashboard", "/dashboard", (visit, _) => visit.ArriveAsync("/dashboard")),
        new("export", "/export", (visit, _) => ExportAsync(visit, "/export")),
        new("export-split", "/export", (visit, _) => SplitAsync(visit)),
        new("export-built", "/export/{Id:guid}", (visit, sights) => visit.ArriveAsync($"/export/{sights.Export}")),
        new("export-compare", "/export/{Id:guid}/compare/{With:guid}", (visit, sights) => visit.ArriveAsync($"/export/{sights.Export}/compare/{sights.OlderExport}")),
        new("settings", "/settings", (visit, _) => visit.ArriveAsync("/settings")),
        new("settings-members", "/settings/members", (visit, _) => visit.ArriveAsync("/settings/members")),
        new("settings-keys", "/settings/keys", (visit, _) => visit.ArriveAsync("/settings/keys")),
        new("settings-you", "/settings/you", (visit, _) => visit.ArriveAsync("/settings/you")),
        new("not-found", "/not-found", (visit, _) => visit.ArriveAsync("/not-found")),
        new("sign-in", "/signin", (visit, _) => visit.ArriveAsync("/signin"), SignedIn: false),
    ];

    /// <summary>Goes there, and waits until the page has loaded.</summary>
    private static async Task ArriveAsync(this Visit visit, string path)
    {
        await visit.GoAsync(path);
        await Assertions.Expect(visit.Page.Locator("main h1, main h2").First).ToBeVisibleAsync();
        await visit.SettlesAsync();
    }

    /// <summary>Waits until nothing is loading.</summary>
    private static async Task SettlesAsync(this Visit visit)
    {
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status, new() { Name = "Loading" })).ToHaveCountAsync(0);
        await visit.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.rz-chart')].every(chart => chart.querySelector('svg'))");
        await visit.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete) && document.fonts.status === 'loaded'");
    }

    private static async Task DocumentAsync(Visit visit, Sights sights)
    {
        await visit.ArriveAsync($"/documents/{sights.Document}");
        await Assertions.Expect(visit.Documents.Text).ToBeVisibleAsync();
    }

    private static async Task NewRunAsync(Visit visit, Sights sights)
    {
        await visit.ArriveAsync("/generation");
        await visit.Page.GetByTestId("new-run").ClickAsync();
        await Assertions.Expect(visit.Page.GetByTestId("start-run")).ToBeVisibleAsync();
        await visit.SettlesAsync();
    }

    private static async Task ExportAsync(Visit visit, string path)
    {
        await visit.ArriveAsync(path);
        await Assertions.Expect(visit.Export.Rows.First).ToBeVisibleAsync();
    }

    private static async Task SplitAsync(Visit visit)
    {
        await ExportAsync(visit, "/export?format=sharegpt");
        await visit.Export.SplitAsync(validation: 20, test: 20);
        await Assertions.Expect(visit.Page.GetByText("train.json")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByTestId("build-export")).ToBeEnabledAsync();
        await visit.Page.EvaluateAsync("scrollTo(0, 0)");
        await visit.SettlesAsync();
    }

    private static async Task DeskAsync(Visit visit, string? key = null, string? shown = null)
    {
        await visit.GoAsync("/review/desk");
        await Assertions.Expect(visit.Page.Locator("[data-keys=on]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Desk.Evidence.First).ToBeVisibleAsync();
        if (key is not null)
        {
            await visit.Desk.PressAsync(key);
            await Assertions.Expect(visit.Page.Locator(shown!).First).ToBeVisibleAsync();
        }

        await visit.SettlesAsync();
    }
}
