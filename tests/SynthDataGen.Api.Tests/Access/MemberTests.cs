using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using static SynthDataGen.Api.Tests.People;

namespace SynthDataGen.Api.Tests.Access;

public sealed class MemberTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MembersClient Members => api.Workspace.Members;

    [Fact]
    public async Task Somebody_new_signs_in_with_the_link_and_is_what_they_were_made()
    {
        var added = await Members.AddAsync(new("  Maria Ru\u0308hl ", Roles.Reviewer, "maria@example.com"), Token);
        (added.Member.Name, added.Member.Role, added.Member.Contact, added.Member.LastSeenAt).ShouldBe(("Maria R\u00fchl", Roles.Reviewer, "maria@example.com", null));
        added.Link!.Url.ShouldBe($"http://localhost:5080/signin#{added.Link.Token}");
        (added.Link.ExpiresAt - TimeProvider.System.GetUtcNow()).TotalDays.ShouldBe(7, 0.01);

        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(added.Link.Token, Token);
        (session.Name, session.Workspace, session.Role).ShouldBe(("Maria R\u00fchl", "default", Roles.Reviewer));
        (session.ExpiresAt - TimeProvider.System.GetUtcNow()).TotalDays.ShouldBe(14, 0.01);
        var me = await new SynthDataGenClient(api.CreateClient(), session.Token).Workspaces.GetMeAsync(Token);
        (me.Id, me.IsAdministrator).ShouldBe((added.Member.Id, false));
        me.Workspaces.ShouldHaveSingleItem().ShouldBe(new MyWorkspace("default", "Default", Roles.Reviewer));
    }

    [Fact]
    public async Task The_administrator_of_the_system_is_in_every_workspace_and_stays()
    {
        await api.Client.Workspaces.CreateAsync(new("far-off"), Token);
        var members = api.Client.Workspace("far-off").Members;
        var administrator = (await members.ListAsync(Token)).Items.ShouldHaveSingleItem();
        (administrator.Name, administrator.Role, administrator.IsEverywhere).ShouldBe(("administrator", Roles.Administrator, true));
        await RefusedAsync(409, "system-administrator", () => members.RemoveAsync(administrator.Id, Token));
        await RefusedAsync(409, "system-administrator", () => members.ChangeAsync(administrator.Id, new(Roles.Reviewer), Token));
        await RefusedAsync(409, "already-member", () => members.AddAsync(new("Administrator", Roles.Reviewer), Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("a\u0000b")]
    [InlineData("administrator\u200b")]
    [InlineData("\u202enitsuj")]
    [InlineData("half \ud800")]
    [InlineData("ToooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooLong")]
    public async Task A_name_that_people_cannot_read_is_refused(string name) =>
        await RefusedAsync(400, "bad-name", () => Members.AddAsync(new(name, Roles.Editor), Token));

    [Fact]
    public async Task Bad_roles_and_contacts_are_refused()
    {
        await RefusedAsync(400, "bad-role", () => Members.AddAsync(new("Ida", "owner"), Token));
        await RefusedAsync(400, "bad-role", () => Members.AddAsync(new("Ida", null!), Token));
        await RefusedAsync(400, "bad-contact", () => Members.AddAsync(new("Ida", Roles.Editor, new string('x', 201)), Token));
        await RefusedAsync(400, "bad-contact", () => Members.AddAsync(new("Ida", Roles.Editor, "a\u0000b"), Token));
    }

    [Fact]
    public async Task A_name_is_one_persons_whatever_its_case()
    {
        await Members.AddAsync(new("Ålice", Roles.Editor), Token);
        await RefusedAsync(409, "already-member", () => Members.AddAsync(new("A\u030aLICE", Roles.Editor), Token));
    }

    [Fact]
    public async Task Of_two_who_add_a_name_at_once_one_succeeds()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await Members.AddAsync(new("Raced", Roles.Editor), Token);
                return "added";
            }
            catch (SynthDataGenException e)
            {
                return $"{e.Status}";
            }
        }));
        tries.Count(t => t == "added").ShouldBe(1);
        tries.Count(t => t == "409").ShouldBe(5);
    }

    [Fact]
    public async Task A_change_of_role_counts_at_once()
    {
        var client = await api.People.AddAsync("Rosa", Roles.Reviewer);
        var rosa = (await client.Workspaces.GetMeAsync(Token)).Id;
        var refused = await RefusedAsync(403, "not-allowed", () => client.Workspace("default").Documents.SyncAsync(Token));
        refused.Message.ShouldContain("an editor or an administrator");
        (await Members.ChangeAsync(rosa, new(Roles.Editor, "desk 4"), Token)).ShouldSatisfyAllConditions(m => m.Role.ShouldBe(Roles.Editor), m => m.Contact.ShouldBe("desk 4"));
        (await client.Workspace("default").Documents.SyncAsync(Token)).ShouldNotBeNull();
        await RefusedAsync(403, "not-allowed", () => client.Workspace("default").Members.ChangeAsync(rosa, new(Roles.Administrator), Token));
    }

    [Fact]
    public async Task Who_was_removed_is_out_at_once_and_their_decisions_stay()
    {
        var client = await api.People.AddAsync("Otto", Roles.Editor);
        var key = await client.Workspace("default").Keys.IssueAsync(new("notebook"), Token);
        var program = new SynthDataGenClient(api.CreateClient(), key.Secret);
        var pair = (await api.Seed.PairsAsync(1))[0];
        await program.Workspace("default").Review.DecideAsync(pair.Id, new("approve", pair.Version), Token);
        var link = await client.Workspace("default").Members.IssueLinkAsync((await client.Workspaces.GetMeAsync(Token)).Id, Token);

        await Members.RemoveAsync((await client.Workspaces.GetMeAsync(Token)).Id, Token);
        await RefusedAsync(401, "unauthorized", () => client.Workspaces.GetMeAsync(Token));
        await RefusedAsync(401, "unauthorized", () => program.Workspace("default").GetStatsAsync(Token));
        await RefusedAsync(401, "unknown-token", () => api.People.SignInAsync(link.Token));
        (await api.Workspace.Review.GetAsync(pair.Id, Token)).History.ShouldHaveSingleItem().By.ShouldBe("Otto");

        var again = await Members.AddAsync(new("OTTO", Roles.Reviewer), Token);
        again.Member.Name.ShouldBe("Otto");
        (await (await api.People.SignInAsync(again.Link!.Token)).Workspace("default").Keys.ListAsync(Token)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_listens_hears_no_more_after_being_removed()
    {
        var client = await api.People.AddAsync("Lena", Roles.Reviewer);
        var id = (await client.Workspaces.GetMeAsync(Token)).Id;
        await using var changes = client.Workspace("default").Events.ListenAsync(Token).GetAsyncEnumerator(Token);
        var first = changes.MoveNextAsync();
        while (!first.IsCompleted)
        {
            await api.Workspace.Members.ChangeAsync(id, new(Roles.Reviewer), Token);
            await Task.Delay(20, Token);
        }

        (await first).ShouldBeTrue();
        changes.Current.Kind.ShouldBe("member");
        (await changes.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_removed_member_of_two_workspaces_keeps_the_other()
    {
        await api.Client.Workspaces.CreateAsync(new("kept"), Token);
        var client = await api.People.AddAsync("Zoe", Roles.Editor);
        (await api.Client.Workspace("kept").Members.AddAsync(new("zoe", Roles.Reviewer), Token)).Link.ShouldBeNull();
        (await client.Workspaces.GetMeAsync(Token)).Workspaces.Select(w => w.Role).ShouldBe([Roles.Editor, Roles.Reviewer]);
        await Members.RemoveAsync((await client.Workspaces.GetMeAsync(Token)).Id, Token);
        await RefusedAsync(404, "workspace-not-found", () => client.Workspace("default").GetStatsAsync(Token));
        (await client.Workspaces.ListAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("kept");
    }
}
