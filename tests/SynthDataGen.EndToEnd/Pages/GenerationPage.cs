using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>The runs, and the panel that starts one.</summary>
public sealed partial class GenerationPage(Visit visit)
{
    public ILocator Run => visit.Page.GetByTestId("run-row").First;

    public ILocator Panel => visit.Page.GetByRole(AriaRole.Region, new() { Name = "New run" });

    public Task GoAsync() => visit.GoAsync("/generation");

    public async Task StartRunAsync()
    {
        await visit.Page.GetByTestId("new-run").ClickAsync();
        await visit.Page.GetByTestId("start-run").ClickAsync();
    }

    /// <summary>Waits, without a reload, until the newest run has succeeded.</summary>
    public async Task FinishesAsync()
    {
        await Assertions.Expect(Run).ToHaveAttributeAsync("data-state", Ended());
        await Assertions.Expect(Run).ToHaveAttributeAsync("data-state", "finished");
    }

    [GeneratedRegex("finished|finishedWithFailures|cancelled|overBudget")]
    private static partial Regex Ended();
}
