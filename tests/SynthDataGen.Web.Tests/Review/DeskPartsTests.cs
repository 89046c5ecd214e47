using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Review.History;

namespace SynthDataGen.Web.Tests.Review;

/// <summary>The parts around a pair: header, filters, reasons, history, near-duplicates, the page.</summary>
public sealed class DeskPartsTests : DeskTest
{
    [Fact]
    public async Task The_head_counts_down_with_every_decision()
    {
        var desk = await OpenAsync();
        await EventuallyAsync(desk, () => desk.Find(".numbers").TextContent.ShouldContain("38 waiting"));
        await PressAsync(desk, "a");
        desk.Find(".numbers").TextContent.ShouldContain("37 waiting");
        desk.Find(".numbers").TextContent.ShouldContain("1 done here");
        await PressAsync(desk, "u");
        desk.Find(".numbers").TextContent.ShouldContain("38 waiting");
    }

    [Fact]
    public async Task F_and_the_arrows_choose_a_flag()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "f", "ArrowDown", "Enter");
        Address.Uri.ShouldEndWith("/review/desk?flag=any");
        desk.FindAll(Id("flag-choice")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_order_goes_into_the_address()
    {
        Address.NavigateTo("/review/desk?flag=duplicate");
        var desk = await OpenAsync();
        await ChangeAsync(desk, "select", "doubt");
        await EventuallyAsync(desk, () => Address.Uri.ShouldEndWith("/review/desk?flag=duplicate&sort=doubt"));
    }

    [Fact]
    public async Task The_search_goes_into_the_address()
    {
        var desk = await OpenAsync();
        await ChangeAsync(desk, "#desk-search", " laptop ");
        await EventuallyAsync(desk, () => Address.Uri.ShouldEndWith("/review/desk?search=laptop"));
    }

    [Fact]
    public async Task The_reasons_come_from_the_workspace()
    {
        Data.Workspaces[0] = Data.Workspaces[0] with { Review = new(["too vague", "<b>off</b>"]) };
        var desk = await OpenAsync();
        await PressAsync(desk, "r");
        desk.FindAll(Id("reject-choice")).Select(choice => choice.TextContent).ShouldBe(["1 too vague", "2 <b>off</b>"]);
        await PressAsync(desk, "3", "2");
        await EventuallyAsync(desk, () => Data.Pairs[0].History![^1].Reason.ShouldBe("<b>off</b>"));
    }

    [Fact]
    public async Task The_history_shows_changes_word_by_word()
    {
        var evidence = Data.Pairs[0].Evidence;
        var before = new PairContent("Q?", "It takes 30 days.", "pending") { Evidence = evidence, Flags = [] };
        var after = before with { Answer = "It takes 90 days.", Status = "approved", Evidence = [], Flags = ["ungrounded"] };
        Data.Pairs[0] = Data.Pairs[0] with { History = [new() { At = default, By = "ann", Action = "edit", Reason = null, Before = before, After = after, Undone = true }, new() { At = default, By = "bob", Action = "undo", Reason = null, Before = after, After = before }] };
        var history = Render<PairHistory>(parameters => parameters.Add(part => part.Id, Data.Pairs[0].Id));
        await EventuallyAsync(history, () => history.FindAll(Id("decision")).Count.ShouldBe(2));
        var edit = history.FindAll(Id("decision"))[1];
        edit.ClassList.ShouldContain("undone");
        edit.QuerySelectorAll("del").Select(part => part.TextContent).ShouldBe(["30", evidence[0].Quote]);
        edit.QuerySelectorAll("ins").Select(part => part.TextContent).ShouldBe(["90", "ungrounded"]);
    }

    [Fact]
    public async Task Old_decisions_without_evidence_show_no_change_in_it()
    {
        var before = new PairContent("Q?", "A.", "pending");
        Data.Pairs[0] = Data.Pairs[0] with { History = [new() { At = default, By = "ann", Action = "approve", Reason = null, Before = before, After = before with { Status = "approved" } }] };
        var history = Render<PairHistory>(parameters => parameters.Add(part => part.Id, Data.Pairs[0].Id));
        (await FindAsync(history, Id("decision"))).QuerySelectorAll(".part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_duplicate_shows_the_pairs_that_are_worded_alike()
    {
        Data.Pairs[0] = Data.Pairs[0] with { ClusterId = Data.Pairs[38].Id };
        var desk = await OpenAsync();
        await EventuallyAsync(desk, () => desk.Find(Id("worded-alike")).TextContent.ShouldContain("1 worded alike"));
        desk.Find(Id("worded-alike")).TextContent.ShouldContain("Approved");
        await PressAsync(desk, "s");
        desk.FindAll(Id("worded-alike")).ShouldBeEmpty();
    }

    [Fact]
    public async Task P_shows_the_page_with_the_evidence_boxed_once_the_picture_is_there()
    {
        var desk = await OpenAsync();
        await FindAsync(desk, Id("desk-evidence"));
        await PressAsync(desk, "p");
        await FindAsync(desk, "img");
        desk.FindAll(Id("evidence-box")).ShouldBeEmpty();
        await ActAsync(desk, () => desk.Find("img"), picture => picture.TriggerEventAsync("onload", new Microsoft.AspNetCore.Components.Web.ProgressEventArgs()));
        await EventuallyAsync(desk, () => desk.FindAll(Id("evidence-box")).Count.ShouldBe(2));
        desk.Find(Id("evidence-box")).GetAttribute("style")!.ShouldStartWith("left: 11.7%; top: 19.85%");
    }

    [Fact]
    public async Task Words_that_a_flag_is_about_are_underlined()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Answer = "It has 97 hours.", Flags = ["unsupported-number"] };
        var desk = await OpenAsync();
        desk.Find(".spot").TextContent.ShouldBe("97");
        desk.Find(Id("desk-answer")).TextContent.ShouldBe("It has 97 hours.");
    }

    [Fact]
    public async Task Saving_review_settings_leaves_the_others_alone()
    {
        Data.Workspaces[0] = Data.Workspaces[0] with { Prefix = "manuals/", Reading = new("deu") };
        var form = Render<ReviewSettingsForm>(parameters => parameters.Add(part => part.Given, Data.Workspaces[0]));
        form.FindAll(Id("reason")).Count.ShouldBe(7);
        await ClickAsync(form, Id("reason-add"));
        await ChangeAsync(form, Id("reason"), "  too vague ", at: 7);
        await ClickAsync(form, "[aria-label='Move reason 8 up']");
        await SubmitAsync(form, "#review-settings");
        await EventuallyAsync(form, () => Data.Workspaces[0].Review!.Reasons!.TakeLast(2).ShouldBe(["too vague", "off-topic"]));
        (Data.Workspaces[0].Prefix, Data.Workspaces[0].Reading).ShouldBe(("manuals/", new ReadingSettings("deu")));
    }

    [Fact]
    public async Task The_default_reasons_are_saved_as_no_reasons()
    {
        var form = Render<ReviewSettingsForm>(parameters => parameters.Add(part => part.Given, Data.Workspaces[0]));
        await SubmitAsync(form, "#review-settings");
        await EventuallyAsync(form, () => Data.Workspaces[0].Review.ShouldBe(new ReviewSettings()));
    }
}
