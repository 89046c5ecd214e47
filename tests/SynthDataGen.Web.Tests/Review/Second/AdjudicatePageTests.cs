using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Second;

namespace SynthDataGen.Web.Tests.Review.Second;

public sealed class AdjudicatePageTests : WebTest
{
    [Fact]
    public async Task Both_opinions_stand_side_by_side_without_names()
    {
        Disagree(0, new("", "reject"), new("", "edit"));
        var page = Render<AdjudicatePage>();
        await EventuallyAsync(page, () => page.FindAll(Id("opinion")).Count.ShouldBe(2));
        var (reject, edit) = (page.FindAll(Id("opinion"))[0], page.FindAll(Id("opinion"))[1]);
        reject.TextContent.ShouldContain("First opinion: reject it, trivial");
        edit.QuerySelector("ins")!.TextContent.ShouldContain("indeed");
        edit.QuerySelector("del").ShouldBeNull();
    }

    [Fact]
    public async Task Choosing_an_opinion_decides_and_shows_the_next()
    {
        Disagree(0, new("", "reject"), new("", "approve"));
        Disagree(1, new("", "edit"), new("", "approve"));
        var page = Render<AdjudicatePage>();
        await EventuallyAsync(page, () => page.Find("h1 ~ [role=status]").TextContent.ShouldStartWith("2"));
        await ClickAsync(page, $"{Id("opinion")} button");
        await EventuallyAsync(page, () => page.Find(Id("adjudicate-question")).TextContent.ShouldBe(Data.Pairs[1].Question));
        (Data.Pairs[0].Status, Data.Pairs[0].History![^1].Reason).ShouldBe(("rejected", "trivial"));
        await ClickAsync(page, $"{Id("opinion")} button");
        (await FindAsync(page, ".empty")).TextContent.ShouldContain("No disagreements");
        Data.Pairs[1].Answer.ShouldEndWith(" indeed");
    }

    [Fact]
    public async Task Words_that_were_never_found_in_the_source_are_not_sent_as_evidence()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Evidence = [new() { Quote = "Nowhere.", Start = 0, End = 0, Page = 1, Match = "missing" }] };
        Disagree(0, new("", "edit"), new("", "approve"));
        var page = Render<AdjudicatePage>();
        await ClickAsync(page, $"{Id("opinion")} button");
        Data.Pairs[0].Answer.ShouldEndWith(" indeed");
        Data.Pairs[0].Evidence.ShouldHaveSingleItem().Quote.ShouldBe("Nowhere.");
    }

    [Fact]
    public async Task A_pair_can_be_skipped_for_now()
    {
        Disagree(0, new("", "reject"), new("", "approve"));
        Disagree(1, new("", "reject"), new("", "approve"));
        var page = Render<AdjudicatePage>();
        await ClickAsync(page, Id("adjudicate-later"));
        await EventuallyAsync(page, () => page.Find(Id("adjudicate-question")).TextContent.ShouldBe(Data.Pairs[1].Question));
        page.Find(Id("adjudicate-desk")).GetAttribute("href").ShouldBe($"/review/desk?pair={Data.Pairs[1].Id}");
    }

    [Fact]
    public async Task The_list_links_here_when_people_disagree()
    {
        Disagree(0, new("", "reject"), new("", "approve"));
        var link = Render<AdjudicateLink>();
        (await FindAsync(link, Id("adjudicate"))).TextContent.ShouldBe("Disagreements (1)");
    }

    [Fact]
    public async Task Agreement_is_shown_for_any_two_people()
    {
        var table = Render<AgreementTable>();
        var row = await FindAsync(table, Id("agreement-row"));
        row.Children.Select(cell => cell.TextContent).ShouldBe(["ada and ben", "1,200", "75 %", "0.50"]);
    }

    private void Disagree(int index, params Verdict[] opinions)
    {
        var pair = Data.Pairs[index];
        var asWritten = new PairContent(pair.Question, pair.Answer, "pending") { Evidence = pair.Evidence, Flags = pair.Flags };
        Data.Pairs[index] = pair with
        {
            Status = "pending",
            Stage = "adjudication",
            History = [.. opinions.Select(one => new Decision
            {
                At = DateTimeOffset.UnixEpoch, By = one.By, Action = one.Action, Reason = one.Action == "reject" ? "trivial" : null,
                Before = asWritten, After = one.Action == "edit" ? asWritten with { Answer = pair.Answer + " indeed" } : asWritten, Opinion = true,
            })],
        };
    }

    private sealed record Verdict(string By, string Action);
}
