using Bunit;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Review;

namespace SynthDataGen.Web.Tests.Review.Grid;

public sealed class AssignTests : WebTest
{
    [Fact]
    public async Task Selected_pairs_go_to_a_member_and_back_with_one_click()
    {
        Join("Ben");
        var page = await AskAsync(0, 1);
        await EventuallyAsync(page, () => Names(page).ShouldBe(["me", "nobody", "Ben"]));
        await ChangeAsync(page, "[name=assignee]", "Ben");
        page.Find(Id("bulk-go")).TextContent.ShouldBe("Assign 2 pairs");
        await SubmitAsync(page, Id("bulk-ask"));
        Data.Pairs.Take(3).Select(pair => pair.Assignee).ShouldBe(["Ben", "Ben", null]);
        await EventuallyAsync(page, () => page.Find(Id("bulk-line")).TextContent.ShouldContain("Assigned 2 pairs to Ben"));
        await ClickAsync(page, Id("bulk-undo"));
        Data.Pairs[0].Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task The_default_assignee_is_oneself()
    {
        var page = await AskAsync(0);
        await SubmitAsync(page, Id("bulk-ask"));
        (Data.Bulk[0].Decision.Action, Data.Bulk[0].Decision.Assignee).ShouldBe(("assign", "me"));
    }

    [Fact]
    public async Task Nobody_unassigns_a_whole_filter_after_showing_its_count()
    {
        Data.Pairs[0] = Data.Pairs[0] with { Assignee = "Ben" };
        Data.Pairs[5] = Data.Pairs[5] with { Assignee = "Ben" };
        Address.NavigateTo("/review?assignee=Ben");
        var page = Render<ReviewPage>();
        await EventuallyAsync(page, () => page.Find(Id("pair-count")).TextContent.ShouldBe("2 pairs"));
        await ClickAsync(page, Id("select-all"));
        await ClickAsync(page, Id("bulk-assign"));
        await ChangeAsync(page, "[name=assignee]", "none");
        page.Find(Id("bulk-ask")).TextContent.ShouldContain("Unassign 2 pairs that match this filter?");
        await SubmitAsync(page, Id("bulk-ask"));
        (Data.Bulk[0].Decision.Action, Data.Bulk[0].Decision.Assignee, Data.Bulk[0].Decision.Filter).ShouldBe(("unassign", null, new() { Assignee = "Ben" }));
        Data.Pairs.ShouldAllBe(pair => pair.Assignee == null);
    }

    [Fact]
    public async Task Without_a_list_of_members_one_can_still_assign_oneself()
    {
        Join("Ben");
        Api.Break("/members", 503, "The database is away.");
        var page = await AskAsync(0);
        (await FindAsync(page, $"{Id("bulk-ask")} .failure")).TextContent.ShouldContain("The database is away.");
        Names(page).ShouldBe(["me", "nobody"]);
        await SubmitAsync(page, Id("bulk-ask"));
        Data.Pairs[0].Assignee.ShouldBe("admin");
    }

    private async Task<IRenderedComponent<ReviewPage>> AskAsync(params IEnumerable<int> rows)
    {
        var page = Render<ReviewPage>();
        foreach (var row in rows)
        {
            await GridTests.ClickRowAsync(page, row);
        }

        await ClickAsync(page, Id("bulk-assign"));
        return page;
    }

    private void Join(string name) => Data.Members.Insert(0, new() { Id = Guid.CreateVersion7(), Name = name, Role = Roles.Reviewer, Contact = null, CreatedAt = TimeProvider.System.GetUtcNow() });

    private static IEnumerable<string> Names(IRenderedComponent<ReviewPage> page) => page.FindAll("[name=assignee] option").Select(option => option.TextContent);
}
