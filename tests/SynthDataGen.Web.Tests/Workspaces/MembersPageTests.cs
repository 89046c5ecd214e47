using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Tests.Workspaces;

public sealed class MembersPageTests : WebTest
{
    [Fact]
    public async Task A_new_members_link_is_shown_once()
    {
        var page = Render<MembersPage>();
        await ClickAsync(page, Id("add-member"));
        await ChangeAsync(page, "#member-name", "Maria");
        await ChangeAsync(page, "#member-role", Roles.Editor);
        await ChangeAsync(page, "#member-contact", "desk 4");
        await SubmitAsync(page, "#new-member");
        var link = await FindAsync(page, $"{Id("shown-once")} input");
        link.GetAttribute("value").ShouldBe($"{Address.BaseUri}signin#sdg_linked");
        page.Find(Id("shown-once")).TextContent.ShouldContain("Sign-in link for Maria");
        (Data.Members[0].Name, Data.Members[0].Role, Data.Members[0].Contact).ShouldBe(("Maria", Roles.Editor, "desk 4"));
        await EventuallyAsync(page, () => page.FindAll(Id("member-row")).Count.ShouldBe(2));
        await ClickAsync(page, $"{Id("shown-once")} button", "Done");
        page.FindAll(Id("shown-once")).ShouldBeEmpty();
        page.Markup.ShouldNotContain("sdg_linked");
    }

    [Fact]
    public async Task A_refusal_is_shown_and_nothing_typed_is_lost()
    {
        var page = Render<MembersPage>();
        await ClickAsync(page, Id("add-member"));
        await ChangeAsync(page, "#member-name", "Admin");
        await SubmitAsync(page, "#new-member");
        (await FindAsync(page, "[role=alert]")).TextContent.ShouldContain("in this workspace already");
        page.Find("#member-name").GetAttribute("value").ShouldBe("Admin");
    }

    [Fact]
    public async Task A_role_is_changed_in_its_row()
    {
        Data.Members.Insert(0, new() { Id = Guid.CreateVersion7(), Name = "Otto", Role = Roles.Reviewer, Contact = "room 2", CreatedAt = TimeProvider.System.GetUtcNow() });
        var page = Render<MembersPage>();
        await ChangeAsync(page, "[aria-label='Role of Otto']", Roles.Editor);
        await EventuallyAsync(page, () => (Data.Members[0].Role, Data.Members[0].Contact).ShouldBe((Roles.Editor, "room 2")));
        Api.Break($"/members/{Data.Members[0].Id}", 409, "Not now.");
        await ChangeAsync(page, "[aria-label='Role of Otto']", Roles.Reviewer);
        (await FindAsync(page, "[role=alert]")).TextContent.ShouldContain("Not now.");
        await EventuallyAsync(page, () => page.Find("[aria-label='Role of Otto']").GetAttribute("value").ShouldBe(Roles.Editor));
    }

    [Fact]
    public async Task Removing_a_member_asks_first()
    {
        Data.Members.Insert(0, new() { Id = Guid.CreateVersion7(), Name = "Otto", Role = Roles.Reviewer, Contact = null, CreatedAt = TimeProvider.System.GetUtcNow() });
        var page = Render<MembersPage>();
        var dialogs = Services.GetRequiredService<DialogService>();
        var asked = "";
        dialogs.OnOpen += (title, _, _, _) => asked = title;
        var removing = ClickAsync(page, "[aria-label='Remove Otto']");
        await EventuallyAsync(page, () => asked.ShouldBe("Remove Otto?"));
        Data.Members.Count.ShouldBe(2);
        await page.InvokeAsync(() => dialogs.Close(true));
        await removing;
        await EventuallyAsync(page, () => Data.Members.ShouldHaveSingleItem());
        await EventuallyAsync(page, () => page.FindAll(Id("member-row")).Count.ShouldBe(1));
    }

    [Fact]
    public async Task The_administrator_of_the_system_cannot_be_changed()
    {
        var page = Render<MembersPage>();
        var row = await FindAsync(page, Id("member-row"));
        row.TextContent.ShouldContain("administrator of all workspaces");
        row.QuerySelectorAll("button").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_creates_a_link_for_another_device()
    {
        var page = Render<YouPage>();
        await ClickAsync(page, "button", "sign-in link for me");
        (await FindAsync(page, $"{Id("shown-once")} input")).GetAttribute("value")!.ShouldEndWith("/signin#sdg_linked");
    }
}
