using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review;

public sealed class DeskTests : DeskTest
{
    [Fact]
    public async Task A_approves_and_shows_the_next_pair()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "a");
        Question(desk).ShouldBe(Data.Pairs[1].Question);
        await EventuallyAsync(desk, () => Data.Pairs[0].Status.ShouldBe("approved"));
    }

    [Fact]
    public async Task A_digit_after_R_rejects_with_its_reason()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "r", "2");
        await EventuallyAsync(desk, () => Data.Pairs[0].History![^1].Reason.ShouldBe("not in the source"));
    }

    [Fact]
    public async Task Enter_after_R_rejects_without_a_reason()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "r", "Enter");
        await EventuallyAsync(desk, () => Data.Pairs[0].Status.ShouldBe("rejected"));
    }

    [Fact]
    public async Task U_undoes_decisions_in_order()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "a", "a", "u", "u");
        await EventuallyAsync(desk, () => Data.Pairs[0].History!.Select(decision => decision.Action).ShouldBe(["approve", "undo"]));
        Question(desk).ShouldBe(Data.Pairs[0].Question);
    }

    [Fact]
    public async Task An_edit_is_saved_and_approved()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "e");
        await desk.InvokeAsync(() => desk.Instance.OnSaveAsync("Better question?", "Better answer."));
        await EventuallyAsync(desk, () => (Data.Pairs[0].Answer, Data.Pairs[0].Status).ShouldBe(("Better answer.", "approved")));
    }

    [Fact]
    public async Task Letters_are_no_commands_while_editing()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "e", "a", "r", "u");
        desk.Find(Id("edit-answer")).ShouldNotBeNull();
        Data.Pairs[0].History!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_without_a_pause_decide_pair_by_pair()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, [.. Enumerable.Repeat("a", 15)]);
        await EventuallyAsync(desk, () => Data.Pairs.Take(15).ShouldAllBe(pair => pair.Status == "approved" && pair.Version == 2));
        Data.Pairs[15].Status.ShouldBe("pending");
    }

    [Fact]
    public async Task A_conflict_shows_the_current_pair_and_keeps_the_edit()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "e");
        Data.Pairs[0] = Data.Pairs[0] with { Version = 5, Answer = "What a colleague wrote.", DecidedBy = "colleague" };
        await desk.InvokeAsync(() => desk.Instance.OnSaveAsync("Mine?", "My words."));
        await EventuallyAsync(desk, () => desk.Find(".failure").TextContent.ShouldContain("colleague changed this pair"));
        desk.Find(Id("edit-answer")).GetAttribute("value").ShouldBe("My words.");
        desk.Markup.ShouldContain("What a colleague wrote.");
    }

    [Fact]
    public async Task A_refused_decision_brings_its_pair_back()
    {
        var desk = await OpenAsync();
        Api.Break("/decisions", 500, "The database is away.");
        await PressAsync(desk, "a");
        await EventuallyAsync(desk, () => desk.Find(".failure").TextContent.ShouldContain("The database is away."));
        Question(desk).ShouldBe(Data.Pairs[0].Question);
        desk.Find(Id("desk-status")).TextContent.ShouldContain("Waiting");
    }

    [Fact]
    public async Task Evidence_is_marked_word_for_word()
    {
        var desk = await OpenAsync();
        var mark = await FindAsync(desk, Id("desk-evidence"));
        mark.TextContent.ShouldBe(Data.Pairs[0].Evidence[0].Quote);
    }

    [Fact]
    public async Task The_judgement_is_shown_in_one_line()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Judge = new() { Score = 3, Answerable = true, Complete = false, Clear = true, Note = "It leaves <b>two</b> cases out." }, Flags = ["incomplete-answer"] };
        var desk = await OpenAsync();
        desk.Find(Id("desk-judge")).TextContent.ShouldBe("Judge: 3 of 5 · It leaves <b>two</b> cases out.");
        desk.Markup.ShouldContain("wrong or incomplete");
        await PressAsync(desk, "a");
        desk.FindAll(Id("desk-judge")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Markup_in_a_pair_is_shown_as_text()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        Data.Pairs[0] = Data.Pairs[0] with { Answer = hostile };
        var desk = await OpenAsync();
        desk.Find(Id("desk-answer")).TextContent.ShouldBe(hostile);
        desk.FindAll("script, img").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_narrows_what_comes()
    {
        Address.NavigateTo("/review/desk?flag=duplicate");
        var desk = await OpenAsync();
        Question(desk).ShouldBe(Data.Pairs.First(pair => pair.Flags.Contains("duplicate")).Question);
    }

    [Fact]
    public async Task The_address_may_name_the_first_pair()
    {
        Address.NavigateTo($"/review/desk?pair={Data.Pairs[39].Id}");
        var desk = await OpenAsync();
        Question(desk).ShouldBe(Data.Pairs[39].Question);
    }

    [Fact]
    public async Task The_end_offers_the_skipped_pairs()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, [.. Enumerable.Repeat("s", 38)]);
        (await FindAsync(desk, ".end")).TextContent.ShouldContain("Nothing to review here");
        await ClickAsync(desk, ".end button");
        Question(desk).ShouldBe(Data.Pairs[0].Question);
    }

    private static string Question(IRenderedComponent<DeskPage> desk) => desk.Find(Id("desk-question")).TextContent;
}
