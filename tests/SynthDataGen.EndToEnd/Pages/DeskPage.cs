using Microsoft.Playwright;
using SynthDataGen.Client.Review;
using SynthDataGen.EndToEnd.Stack;

namespace SynthDataGen.EndToEnd.Pages;

/// <summary>A pair as a person sees it.</summary>
public sealed record SeenPair(string Question, string Answer);

/// <summary>The review desk, driven only by its keys.</summary>
public sealed class DeskPage(Visit visit)
{
    public ILocator Question => visit.Page.GetByTestId("desk-question");

    public ILocator Answer => visit.Page.GetByTestId("desk-answer");

    public ILocator Evidence => visit.Page.GetByTestId("desk-evidence");

    /// <summary>The last decision, with its undo.</summary>
    public ILocator Undo => visit.Page.GetByTestId("desk-undo");

    /// <summary>The answer, while it is edited.</summary>
    public ILocator Editor => visit.Page.GetByTestId("edit-answer");

    /// <summary>The pair as somebody else left it, next to the person's own edit.</summary>
    public ILocator Now => visit.Page.GetByTestId("pair-now");

    /// <summary>Says that an unsaved edit was restored.</summary>
    public ILocator WordsBack => visit.Page.GetByTestId("words-back");

    /// <summary>Says what happened to decisions on their way.</summary>
    public ILocator Notice => visit.Page.GetByTestId("desk-notice");

    private ILocator Counts => visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "done here" });

    private ILocator Listening => visit.Page.Locator("[data-keys=on]");

    /// <summary>Waits until a pair is in front, with its evidence marked, and keys are heard, however many are done.</summary>
    public async Task SeeAsync(string question)
    {
        await Assertions.Expect(Listening).ToBeVisibleAsync();
        await Assertions.Expect(Question).ToHaveTextAsync(question);
        await Assertions.Expect(Evidence.First).ToBeVisibleAsync();
    }

    /// <summary>Waits until that many are done and the next pair is in front, with its evidence marked, and keys are heard.</summary>
    public async Task<SeenPair> SeeAsync(int done)
    {
        await Assertions.Expect(Listening).ToBeVisibleAsync();
        await Assertions.Expect(Counts).ToContainTextAsync($" {done} done here");
        await Assertions.Expect(Evidence.First).ToBeVisibleAsync();
        return new((await Question.TextContentAsync())!, (await Answer.TextContentAsync())!);
    }

    /// <summary>Waits until this pair is in front, with its evidence, and keys are heard.</summary>
    public async Task ShowsAsync(Pair pair)
    {
        await Assertions.Expect(Listening).ToBeVisibleAsync();
        await Assertions.Expect(Question).ToHaveTextAsync(pair.Question);
        await Assertions.Expect(Answer).ToHaveTextAsync(pair.Answer);
        await Assertions.Expect(Evidence.First).ToBeVisibleAsync();
    }

    /// <summary>Waits until that many decisions are in force.</summary>
    public Task ShowsDoneAsync(int count) => Assertions.Expect(Counts).ToContainTextAsync($" {count} done here");

    /// <summary>Waits until the page shows that many as waiting.</summary>
    public Task ShowsWaitingAsync(long count) => Assertions.Expect(Counts).ToContainTextAsync($"{count} waiting");

    public async Task ApproveAsync()
    {
        await PressAsync("a");
        await Assertions.Expect(Undo).ToContainTextAsync("Approved");
    }

    /// <summary>E, another answer, Ctrl+Enter.</summary>
    public async Task EditAsync(string answer)
    {
        await WriteAsync(answer);
        await PressAsync("Control+Enter");
        await Assertions.Expect(Editor).ToBeHiddenAsync();
    }

    /// <summary>E, another answer; nothing is saved.</summary>
    public async Task WriteAsync(string answer)
    {
        await PressAsync("e");
        await Assertions.Expect(Editor).ToBeFocusedAsync();
        await PressAsync("Control+a");
        await visit.Page.Keyboard.InsertTextAsync(answer);
    }

    /// <summary>E, the first evidence a word longer by its chip's keys, Ctrl+Enter.</summary>
    public async Task LengthenEvidenceAsync()
    {
        await PressAsync("e");
        await Assertions.Expect(Editor).ToBeFocusedAsync();
        await PressAsync("Tab");
        var chip = visit.Page.GetByTestId("evidence-chip").First;
        await Assertions.Expect(chip).ToBeFocusedAsync();
        var before = await chip.GetAttributeAsync("aria-label") ?? "";
        await PressAsync("ArrowRight");
        await Assertions.Expect(chip).Not.ToHaveAttributeAsync("aria-label", before);
        await PressAsync("Control+Enter");
        await Assertions.Expect(Editor).ToBeHiddenAsync();
    }

    /// <summary>R and the digit of a reason.</summary>
    public async Task RejectAsync(int reason)
    {
        await PressAsync("r");
        await Assertions.Expect(visit.Page.GetByTestId("reject-choice").Nth(reason - 1)).ToBeVisibleAsync();
        await PressAsync($"{reason}");
        await Assertions.Expect(Undo).ToContainTextAsync("Rejected");
    }

    /// <summary>R, O, the reason in words, Enter.</summary>
    public async Task RejectAsync(string reason)
    {
        await PressAsync("r");
        await Assertions.Expect(visit.Page.GetByTestId("reject-choice").First).ToBeVisibleAsync();
        await PressAsync("o");
        await Assertions.Expect(visit.Page.GetByTestId("reject-reason")).ToBeFocusedAsync();
        await visit.Page.Keyboard.InsertTextAsync(reason);
        await PressAsync("Enter");
        await Assertions.Expect(Undo).ToContainTextAsync("Rejected");
    }

    public Task TakeBackAsync() => PressAsync("u");

    public Task PressAsync(string key) => visit.Page.Keyboard.PressAsync(key);
}
