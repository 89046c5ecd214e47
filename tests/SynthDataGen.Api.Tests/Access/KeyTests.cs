using Microsoft.EntityFrameworkCore;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data;
using static SynthDataGen.Api.Tests.People;

namespace SynthDataGen.Api.Tests.Access;

public sealed class KeyTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_good_in_its_workspace_as_what_its_person_is_there()
    {
        await api.Client.Workspaces.CreateAsync(new("elsewhere"), Token);
        var client = await api.People.AddAsync("Karl", Roles.Reviewer);
        await api.Client.Workspace("elsewhere").Members.AddAsync(new("Karl", Roles.Editor), Token);
        var issued = await client.Workspace("default").Keys.IssueAsync(new(" nightly job "), Token);
        (issued.Key.Name, issued.Key.Person, issued.Key.LastUsedAt).ShouldBe(("nightly job", "Karl", null));

        var program = Program(issued.Secret);
        (await program.Workspaces.ListAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("default");
        await RefusedAsync(404, "workspace-not-found", () => program.Workspace("elsewhere").GetStatsAsync(Token));
        await RefusedAsync(403, "not-allowed", () => program.Workspace("default").Documents.SyncAsync(Token));
    }

    [Fact]
    public async Task A_key_of_the_systems_administrator_is_good_in_its_workspace_only()
    {
        await api.Client.Workspaces.CreateAsync(new("apart"), Token);
        var program = Program((await api.Client.Workspace("apart").Keys.IssueAsync(new("robot"), Token)).Secret);
        await program.Workspace("apart").Documents.SyncAsync(Token);
        (await program.Workspaces.GetMeAsync(Token)).IsAdministrator.ShouldBeFalse();
        await RefusedAsync(404, "workspace-not-found", () => program.Workspace("default").GetStatsAsync(Token));
        await RefusedAsync(403, "not-allowed", () => program.Workspaces.CreateAsync(new("more"), Token));
    }

    [Fact]
    public async Task People_see_their_own_keys_and_administrators_all()
    {
        var (ann, bob) = (await api.People.AddAsync("Ann", Roles.Editor), await api.People.AddAsync("Bob", Roles.Reviewer));
        var anns = await ann.Workspace("default").Keys.IssueAsync(new("ann's"), Token);
        var bobs = await bob.Workspace("default").Keys.IssueAsync(new("bob's"), Token);
        (await ann.Workspace("default").Keys.ListAsync(Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(anns.Key.Id);
        var all = (await api.Workspace.Keys.ListAsync(Token)).Items;
        all.ShouldContain(k => k.Id == anns.Key.Id);
        all.ShouldContain(k => k.Id == bobs.Key.Id && k.Person == "Bob");
        await RefusedAsync(404, "key-not-found", () => ann.Workspace("default").Keys.RevokeAsync(bobs.Key.Id, Token));
        await api.Workspace.Keys.RevokeAsync(bobs.Key.Id, Token);
        await RefusedAsync(401, "unauthorized", () => Program(bobs.Secret).Workspaces.GetMeAsync(Token));
        await ann.Workspace("default").Keys.RevokeAsync(anns.Key.Id, Token);
        await RefusedAsync(401, "unauthorized", () => Program(anns.Secret).Workspaces.GetMeAsync(Token));
    }

    [Fact]
    public async Task The_last_use_is_written_at_most_once_an_hour()
    {
        var issued = await api.Workspace.Keys.IssueAsync(new("used"), Token);
        await Program(issued.Secret).Workspaces.GetMeAsync(Token);
        var first = (await UseOfAsync(issued.Key.Id)).ShouldNotBeNull();
        await Program(issued.Secret).Workspaces.GetMeAsync(Token);
        (await UseOfAsync(issued.Key.Id)).ShouldBe(first);
        await AgeAsync(issued.Key.Id, first.AddHours(-2));
        await Program(issued.Secret).Workspaces.GetMeAsync(Token);
        (await UseOfAsync(issued.Key.Id)).ShouldNotBeNull().ShouldBeGreaterThan(first);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task A_key_needs_a_name(string name) => await RefusedAsync(400, "bad-name", () => api.Workspace.Keys.IssueAsync(new(name), Token));

    private SynthDataGenClient Program(string secret) => new(api.CreateClient(), secret);

    private async Task<DateTimeOffset?> UseOfAsync(Guid id) => (await api.Workspace.Keys.ListAsync(Token)).Items.Single(k => k.Id == id).LastUsedAt;

    private async Task AgeAsync(Guid id, DateTimeOffset usedAt)
    {
        await using var db = await api.Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(Token);
        DateTimeOffset? at = usedAt;
        await db.AccessTokens.Where(t => t.Id == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, at), Token);
    }
}
