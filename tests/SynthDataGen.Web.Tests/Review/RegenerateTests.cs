using Bunit;
using SynthDataGen.Client.Review;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Review;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Review;

/// <summary>Asking for a pair again with a remark: G, the remark, then Enter or Esc.</summary>
public sealed class RegenerateTests : DeskTest
{
    private Pair First => Data.Pairs[0];

    [Fact]
    public async Task The_new_pair_is_compared_word_by_word()
    {
        var before = First.Answer;
        var desk = await AskAsync("shorter");

        desk.Find($"{Id("regenerate-new")} ins").TextContent.ShouldBe("shorter: ");
        desk.FindAll($"{Id("regenerate-new")} del").ShouldBeEmpty();
        desk.FindAll($"{Id("regenerate-old")} ins").ShouldBeEmpty();
        desk.Find(Id("regenerate-old")).TextContent.ShouldContain(before);
        desk.Find(".cost").TextContent.ShouldContain("1,000 tokens, cost 0.0123");
        (First.Answer, First.Version).ShouldBe((before, 1));
    }

    [Fact]
    public async Task Enter_saves_the_new_pair_as_an_edit_with_its_reason()
    {
        var (answer, end) = (First.Answer, First.Evidence[0].End);
        var desk = await AskAsync("shorter");
        desk.FindAll(Id("desk-evidence")).Select(mark => mark.TextContent).ShouldBe([Data.Texts[First.DocumentId].Text[(end + 1)..(end + 21)]]);
        await PressAsync(desk, "Enter", "Enter");

        await EventuallyAsync(desk, () => (First.Status, First.Answer).ShouldBe(("approved", $"shorter: {answer}")));
        var decision = First.History!.ShouldHaveSingleItem();
        (decision.Action, decision.Reason).ShouldBe(("edit", "regenerated: shorter"));
        First.Evidence[0].Start.ShouldBeGreaterThan(end);
        desk.FindAll(Id("regenerate-remark")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Esc_keeps_the_old_one()
    {
        var (question, answer) = (First.Question, First.Answer);
        var desk = await AskAsync("shorter");
        await PressAsync(desk, "Escape");

        desk.Find(Id("desk-answer")).TextContent.ShouldBe(answer);
        desk.Find(Id("desk-question")).TextContent.ShouldBe(question);
        First.History!.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_without_evidence_says_so_and_can_be_used()
    {
        var desk = await AskAsync("invent");
        desk.Find(Id("regenerate-new")).TextContent.ShouldContain("not in the source");
        desk.Find($"{Id("regenerate-new")} .flagged").TextContent.ShouldContain("not found in the source");
        await PressAsync(desk, "Enter");
        await EventuallyAsync(desk, () => First.Status.ShouldBe("approved"));
        First.Evidence.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_says_what_to_do_and_Enter_does_nothing()
    {
        var desk = await OpenLineAsync();
        await AskAsync(desk, "fail");
        (await FindAsync(desk, Id("regenerate-failure"))).TextContent.ShouldBe("Too many calls. Wait a little, and ask again.");
        await PressAsync(desk, "Enter", "a");
        First.History!.ShouldBeEmpty();
        Api.Break("/regenerate", 500, "It broke.");
        await AskAsync(desk, "shorter");
        (await FindAsync(desk, ".again .failure")).TextContent.ShouldContain("It broke.");
    }

    [Fact]
    public async Task A_refused_edit_comes_back_next_to_the_other_version()
    {
        var answer = First.Answer;
        var desk = await AskAsync("shorter");
        Data.Pairs[0] = First with { Version = 5, Answer = "What a colleague wrote.", DecidedBy = "colleague" };
        await PressAsync(desk, "Enter");
        (await FindAsync(desk, Id("pair-now"))).TextContent.ShouldContain("What a colleague wrote.");
        desk.Find(Id("edit-answer")).GetAttribute("value").ShouldBe($"shorter: {answer}");
    }

    [Fact]
    public async Task Recent_remarks_are_offered_first()
    {
        var module = JSInterop.SetupModule("./js/desk.js");
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("remarks", _ => true).SetResult("""["about the exception","with the page"]""");
        var desk = await OpenLineAsync();
        desk.FindAll(Id("regenerate-recent")).Select(button => button.TextContent)
            .ShouldBe(["about the exception", "with the page", "shorter", "more detailed", "in plainer words"]);
        await ClickAsync(desk, Id("regenerate-recent"), at: 1);
        (await FindAsync(desk, Id("regenerate-new"))).TextContent.ShouldContain("New: with the page");
        module.Invocations["keepRemark"].ShouldHaveSingleItem().Arguments[1].ShouldBe("with the page");
    }

    [Fact]
    public async Task An_empty_remark_asks_nothing()
    {
        var desk = await OpenLineAsync();
        await AskAsync(desk, "  ");
        desk.FindAll(Id("regenerate-waiting")).ShouldBeEmpty();
        Api.Requests.ShouldNotContain(request => request.EndsWith("/regenerate", StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<DeskPage>> AskAsync(string remark)
    {
        var desk = await OpenLineAsync();
        await AskAsync(desk, remark);
        await FindAsync(desk, Id("regenerate-new"));
        return desk;
    }

    private async Task<IRenderedComponent<DeskPage>> OpenLineAsync()
    {
        var desk = await OpenAsync();
        await FindAsync(desk, Id("desk-evidence"));
        await PressAsync(desk, "g");
        return desk;
    }

    private static async Task AskAsync(IRenderedComponent<DeskPage> desk, string remark)
    {
        await ChangeAsync(desk, Id("regenerate-remark"), remark);
        await SubmitAsync(desk, ".again form");
    }
}

/// <summary>Asking costs money, so reviewers aren't offered it.</summary>
public sealed class ReviewerRegenerateTests : DeskTest
{
    private protected override May May => new(Roles.Reviewer, MakeWorkspaces: false);

    [Fact]
    public async Task A_reviewer_cannot_ask_again()
    {
        var desk = await OpenAsync();
        await PressAsync(desk, "g");
        desk.FindAll(Id("regenerate-remark")).ShouldBeEmpty();
        desk.FindAll(".bar .keys button").ShouldNotContain(button => button.TextContent.Contains("Ask again"));
    }
}
