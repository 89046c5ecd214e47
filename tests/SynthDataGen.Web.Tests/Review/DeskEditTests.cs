using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

/// <summary>Editing in place: text, evidence, conflicts, and what is restored after the page was lost.</summary>
public sealed class DeskEditTests : DeskTest
{
    private Pair First => Data.Pairs[0];

    [Fact]
    public async Task Selected_words_become_evidence()
    {
        var quote = First.Evidence[0].Quote;
        var desk = await EditAsync();
        var (start, end) = Place("Overtime is paid from the 41st hour");
        await desk.InvokeAsync(() => desk.Instance.OnSelected(start, end));
        desk.FindAll(Id("desk-evidence"))[^1].TextContent.ShouldBe("Overtime is paid from the 41st hour");
        await SaveAsync(desk);
        await EventuallyAsync(desk, () => First.Evidence.Select(one => one.Quote).ShouldBe([quote, "Overtime is paid from the 41st hour"]));
    }

    [Fact]
    public async Task Evidence_that_was_not_touched_is_not_sent()
    {
        var before = First.Evidence;
        var desk = await EditAsync();
        await SaveAsync(desk);
        await EventuallyAsync(desk, () => First.Status.ShouldBe("approved"));
        First.Evidence.ShouldBe(before);
    }

    [Fact]
    public async Task Keys_stretch_and_remove_a_chip()
    {
        var desk = await EditAsync();
        await ActAsync(desk, () => desk.Find(Id("evidence-chip")), element => element.KeyDownAsync("ArrowLeft"));
        desk.Find(Id("evidence-chip")).GetAttribute("aria-label").ShouldBe("The regular week has 38.5 hours, spread over five");
        await ActAsync(desk, () => desk.Find(Id("evidence-chip")), element => element.KeyDownAsync("Delete"));
        desk.FindAll(Id("evidence-chip")).ShouldBeEmpty();
        desk.FindAll(Id("desk-evidence")).ShouldBeEmpty();
        await ClickAsync(desk, Id("evidence-add"));
        desk.Find(Id("evidence-chip")).GetAttribute("aria-label").ShouldBe("1 Working hours");
    }

    [Fact]
    public async Task Escape_restores_words_and_evidence()
    {
        var desk = await EditAsync();
        await ActAsync(desk, () => desk.Find(Id("evidence-chip")), element => element.KeyDownAsync("Delete"));
        await desk.InvokeAsync(() => desk.Instance.OnKeyAsync("Escape"));
        desk.Find(Id("desk-answer")).TextContent.ShouldBe(First.Answer);
        desk.Find(Id("desk-evidence")).TextContent.ShouldBe(First.Evidence[0].Quote);
    }

    [Fact]
    public async Task An_empty_edit_is_not_saved()
    {
        var desk = await EditAsync();
        await desk.InvokeAsync(() => desk.Instance.OnSaveAsync("Better question?", "  "));
        desk.Find(Id("edit-answer")).ShouldNotBeNull();
        First.History!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conflict_shows_both_versions_and_the_current_one_can_be_kept()
    {
        var desk = await EditAsync();
        Data.Pairs[0] = First with { Version = 5, Answer = "What a colleague wrote.", DecidedBy = "colleague", Status = "approved" };
        await SaveAsync(desk);
        (await FindAsync(desk, Id("pair-now"))).TextContent.ShouldContain("What a colleague wrote.");
        desk.Find(Id("edit-answer")).GetAttribute("value").ShouldBe("Mine.");
        await desk.InvokeAsync(() => desk.Instance.OnKeyAsync("Escape"));
        desk.Find(Id("desk-answer")).TextContent.ShouldBe("What a colleague wrote.");
        Data.Pairs[0].Version.ShouldBe(5);
    }

    [Fact]
    public async Task My_edit_overwrites_theirs_only_if_saved_again()
    {
        var desk = await EditAsync();
        Data.Pairs[0] = First with { Version = 5, Answer = "What a colleague wrote.", DecidedBy = "colleague" };
        await SaveAsync(desk);
        await FindAsync(desk, Id("pair-now"));
        await SaveAsync(desk);
        await EventuallyAsync(desk, () => (First.Answer, First.Version).ShouldBe(("Mine.", 6)));
    }

    [Fact]
    public async Task An_edit_kept_by_the_browser_is_restored()
    {
        var pair = Data.Pairs[7];
        Keep($"[\"{pair.Id}\"]", """{ "version": 1, "question": "Kept?", "answer": "Kept words.", "evidence": [[0, 15]] }""");
        var desk = Render<DeskPage>();
        (await FindAsync(desk, Id("words-back"))).TextContent.ShouldContain("Your unsaved edit is back.");
        desk.Find(Id("edit-answer")).GetAttribute("value").ShouldBe("Kept words.");
        await EventuallyAsync(desk, () => desk.Find(Id("evidence-chip")).GetAttribute("aria-label").ShouldBe("1 Working hours"));
        desk.FindAll(Id("pair-now")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restored_edit_is_shown_next_to_a_changed_pair()
    {
        Data.Pairs[7] = Data.Pairs[7] with { Version = 3, Answer = "Changed since." };
        Keep($"[\"{Data.Pairs[7].Id}\"]", """{ "version": 1, "question": "Kept?", "answer": "Kept words.", "evidence": null }""");
        var desk = Render<DeskPage>();
        (await FindAsync(desk, Id("pair-now"))).TextContent.ShouldContain("Changed since.");
        desk.Find(Id("words-back")).TextContent.ShouldContain("has changed");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[\"11111111-1111-7111-8111-111111111111\"]")]
    public async Task Unreadable_browser_storage_does_no_harm(string kept)
    {
        Keep(kept, "{}");
        var desk = Render<DeskPage>();
        (await FindAsync(desk, Id("desk-question"))).TextContent.ShouldBe(First.Question);
    }

    private async Task<IRenderedComponent<DeskPage>> EditAsync()
    {
        var desk = Render<DeskPage>();
        await FindAsync(desk, Id("desk-evidence"));
        await desk.InvokeAsync(() => desk.Instance.OnKeyAsync("e"));
        await FindAsync(desk, Id("edit-answer"));
        return desk;
    }

    private static Task SaveAsync(IRenderedComponent<DeskPage> desk) => desk.InvokeAsync(() => desk.Instance.OnSaveAsync("Mine?", "Mine."));

    private void Keep(string pairs, string words)
    {
        var module = JSInterop.SetupModule("./js/desk.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("kept", _ => true).SetResult(pairs);
        module.Setup<string?>("recall", _ => true).SetResult(words);
    }

    private (int Start, int End) Place(string words)
    {
        var start = Data.Text.Text.IndexOf(words, StringComparison.Ordinal);
        return (start, start + words.Length);
    }
}
