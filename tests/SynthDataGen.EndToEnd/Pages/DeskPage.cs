using Microsoft.Playwright;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>A pair as a person sees it.</summary>
public sealed record SeenPair(string Question, string Answer);

/// <summary>The review desk, driven by its keys alone.</summary>
public sealed class DeskPage(Visit visit)
{
    public ILocator Question => visit.Page.GetByTestId("desk-question");

    public ILocator Answer => visit.Page.GetByTestId("desk-answer");

    public ILocator Evidence => visit.Page.GetByTestId("desk-evidence");

    /// <summary>What was decided last, with the way to undo it.</summary>
    public ILocator Undo => visit.Page.GetByTestId("desk-undo");

    private ILocator Counts => visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "done here" });

    private ILocator Listening => visit.Page.Locator("[data-keys=on]");

    /// <summary>Waits until that many are done and the next pair is in front, with its evidence marked, and keys are heard.</summary>
    public async Task<SeenPair> SeeAsync(int done)
    {
        await Assertions.Expect(Listening).ToBeVisibleAsync();
        await Assertions.Expect(Counts).ToContainTextAsync($" {done} done here");
        await Assertions.Expect(Evidence.First).ToBeVisibleAsync();
        return new((await Question.TextContentAsync())!, (await Answer.TextContentAsync())!);
    }

    public async Task ApproveAsync()
    {
        await PressAsync("a");
        await Assertions.Expect(Undo).ToContainTextAsync("Approved");
    }

    /// <summary>E, other words in the answer, Ctrl+Enter.</summary>
    public async Task EditAsync(string answer)
    {
        await PressAsync("e");
        var editor = visit.Page.GetByTestId("edit-answer");
        await Assertions.Expect(editor).ToBeFocusedAsync();
        await PressAsync("Control+a");
        await visit.Page.Keyboard.InsertTextAsync(answer);
        await PressAsync("Control+Enter");
        await Assertions.Expect(editor).ToBeHiddenAsync();
    }

    /// <summary>R and the digit of a reason.</summary>
    public async Task RejectAsync(int reason)
    {
        await PressAsync("r");
        await Assertions.Expect(visit.Page.GetByTestId("reject-choice").Nth(reason - 1)).ToBeVisibleAsync();
        await PressAsync($"{reason}");
        await Assertions.Expect(Undo).ToContainTextAsync("Rejected");
    }

    public Task TakeBackAsync() => PressAsync("u");

    private Task PressAsync(string key) => visit.Page.Keyboard.PressAsync(key);
}
