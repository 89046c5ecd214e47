using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;
using static SynthDataGen.Api.Tests.People;

namespace SynthDataGen.Api.Tests.Access;

public sealed class RoleTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workspace_of_others_looks_like_none()
    {
        await api.Client.Workspaces.CreateAsync(new("closed"), Token);
        var client = await api.People.AddAsync("Outsider", Roles.Administrator);
        var closed = await RefusedAsync(404, "workspace-not-found", () => client.Workspace("closed").GetStatsAsync(Token));
        var missing = await RefusedAsync(404, "workspace-not-found", () => client.Workspace("void").GetStatsAsync(Token));
        closed.Message.Replace("closed", "void", StringComparison.Ordinal).ShouldBe(missing.Message);
        (await client.Workspaces.ListAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("default");
    }

    [Fact]
    public async Task A_reviewer_reads_decides_and_downloads_and_changes_nothing_else()
    {
        var pair = (await api.Seed.PairsAsync(1))[0];
        var client = await api.People.AddAsync("Rita", Roles.Reviewer);
        var workspace = client.Workspace("default");
        (await workspace.Review.DecideAsync(pair.Id, new("approve", pair.Version), Token)).History.ShouldHaveSingleItem().By.ShouldBe("Rita");
        await using (var export = await workspace.Export.OpenJsonAsync(Token))
        {
            using var reader = new StreamReader(export);
            (await reader.ReadToEndAsync(Token)).ShouldContain(pair.Question);
        }

        await RefusedAsync(403, "not-allowed", () => workspace.Generation.StartRunAsync(new(), Token));
        await RefusedAsync(403, "not-allowed", () => workspace.Documents.DeleteAsync(pair.DocumentId, Token));
        await RefusedAsync(403, "not-allowed", () => client.Workspaces.UpdateAsync("default", new() { Title = "Mine" }, Token));
        await RefusedAsync(403, "not-allowed", () => workspace.Members.AddAsync(new("Friend", Roles.Administrator), Token));
        await RefusedAsync(403, "not-allowed", () => client.Workspaces.CreateAsync(new("own"), Token));
    }

    [Fact]
    public async Task An_editor_makes_but_does_not_administer()
    {
        var client = await api.People.AddAsync("Edith", Roles.Editor);
        (await client.Workspace("default").Generation.CreateRecipeAsync(new("Edith's", new()), Token)).Name.ShouldBe("Edith's");
        var refused = await RefusedAsync(403, "not-allowed", () => client.Workspaces.UpdateAsync("default", new() { Title = "Mine" }, Token));
        refused.Message.ShouldContain("an administrator of the workspace; you are an editor");
    }

    [Fact]
    public async Task Who_may_not_is_refused_before_the_call_is_read()
    {
        var added = await api.Workspace.Members.AddAsync(new("Early", Roles.Reviewer), Token);
        var session = await new SynthDataGenClient(api.CreateClient()).Workspaces.SignInAsync(added.Link!.Token, Token);
        using var http = api.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.Token);
        using var reply = await http.PostAsJsonAsync(new Uri("/api/v1/workspaces/default/runs", UriKind.Relative), "no run at all", Token);
        reply.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/api/v1/workspaces/default", HttpStatusCode.MethodNotAllowed)]
    [InlineData("/api/v1/workspaces/default/nothing", HttpStatusCode.NotFound)]
    public async Task What_there_is_not_is_nobodys(string path, HttpStatusCode status)
    {
        using var http = api.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Patch, path);
        using var reply = await http.SendAsync(request, Token);
        reply.StatusCode.ShouldBe(status);
    }
}
