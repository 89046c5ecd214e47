using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using static SynthDataGen.Api.Tests.People;

namespace SynthDataGen.Api.Tests.Access;

public sealed class LinkTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MembersClient Members => api.Workspace.Members;

    [Fact]
    public async Task A_link_signs_in_once()
    {
        var link = (await Members.AddAsync(new("Once", Roles.Reviewer), Token)).Link!;
        await api.People.SignInAsync(link.Token);
        await RefusedAsync(401, "unknown-token", () => api.People.SignInAsync(link.Token));
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_gets_in()
    {
        var link = (await Members.AddAsync(new("Raced", Roles.Reviewer), Token)).Link!;
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            try
            {
                await api.People.SignInAsync(link.Token);
                return true;
            }
            catch (SynthDataGenException e) when (e.Status == 401)
            {
                return false;
            }
        }));
        tries.Count(t => t).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_is_no_key()
    {
        var link = (await Members.AddAsync(new("Nokey", Roles.Reviewer), Token)).Link!;
        await RefusedAsync(401, "unauthorized", () => new SynthDataGenClient(api.CreateClient(), link.Token).Workspaces.GetMeAsync(Token));
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before_and_is_seen_until_it_is_used()
    {
        var added = await Members.AddAsync(new("Forgetful", Roles.Reviewer), Token);
        var second = await Members.IssueLinkAsync(added.Member.Id, Token);
        await RefusedAsync(401, "unknown-token", () => api.People.SignInAsync(added.Link!.Token));
        (await FindAsync("Forgetful")).LinkExpiresAt.ShouldNotBeNull().ShouldBe(second.ExpiresAt, TimeSpan.FromMilliseconds(1));
        var client = await api.People.SignInAsync(second.Token);
        await client.Workspaces.GetMeAsync(Token);
        var seen = await FindAsync("Forgetful");
        seen.LinkExpiresAt.ShouldBeNull();
        seen.LastSeenAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task People_make_links_for_themselves_and_for_nobody_else()
    {
        var client = await api.People.AddAsync("Selma", Roles.Editor);
        var (selma, administrator) = ((await client.Workspaces.GetMeAsync(Token)).Id, await FindAsync("administrator"));
        var link = await client.Workspace("default").Members.IssueLinkAsync(selma, Token);
        await api.People.SignInAsync(link.Token);
        (await client.Workspaces.GetMeAsync(Token)).Name.ShouldBe("Selma");
        await RefusedAsync(403, "not-allowed", () => client.Workspace("default").Members.IssueLinkAsync(administrator.Id, Token));
    }

    [Fact]
    public async Task A_key_makes_no_link_for_its_own_person()
    {
        var client = await api.People.AddAsync("Kim", Roles.Administrator);
        var key = await client.Workspace("default").Keys.IssueAsync(new("script"), Token);
        var program = new SynthDataGenClient(api.CreateClient(), key.Secret);
        var kim = (await client.Workspaces.GetMeAsync(Token)).Id;
        await RefusedAsync(403, "not-allowed", () => program.Workspace("default").Members.IssueLinkAsync(kim, Token));
        await RefusedAsync(401, "unknown-token", () => api.People.SignInAsync(key.Secret));
    }

    [Fact]
    public async Task An_administrator_of_one_workspace_cannot_become_somebody_of_another()
    {
        await api.Client.Workspaces.CreateAsync(new("mine"), Token);
        await api.Client.Workspaces.CreateAsync(new("theirs"), Token);
        var boss = await api.People.AddAsync("Boss", Roles.Administrator, "mine");
        await api.People.AddAsync("Stranger", Roles.Editor, "theirs");
        await RefusedAsync(409, "name-taken", () => boss.Workspace("mine").Members.AddAsync(new("stranger", Roles.Reviewer), Token));

        var shared = await api.Client.Workspace("mine").Members.AddAsync(new("stranger", Roles.Reviewer), Token);
        shared.Link.ShouldBeNull();
        await RefusedAsync(403, "not-allowed", () => boss.Workspace("mine").Members.IssueLinkAsync(shared.Member.Id, Token));
        var everywhere = (await boss.Workspace("mine").Members.ListAsync(Token)).Items.Single(m => m.IsEverywhere);
        await RefusedAsync(403, "not-allowed", () => boss.Workspace("mine").Members.IssueLinkAsync(everywhere.Id, Token));

        var own = await boss.Workspace("mine").Members.AddAsync(new("Newcomer", Roles.Reviewer), Token);
        await boss.Workspace("mine").Members.IssueLinkAsync(own.Member.Id, Token);
        await RefusedAsync(404, "member-not-found", () => api.Workspace.Members.IssueLinkAsync(own.Member.Id, Token));
    }

    private async Task<Member> FindAsync(string name) => (await Members.ListAsync(Token)).Items.Single(m => m.Name == name);
}
