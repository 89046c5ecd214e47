using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Access;

public sealed class DeletionTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deleted_workspace_is_gone_at_once()
    {
        await api.Client.Workspaces.CreateAsync(new("short-lived"), Token);
        await api.Client.Workspaces.DeleteAsync("short-lived", Token);
        (await api.Client.Workspaces.ListAsync(Token)).Items.ShouldNotContain(workspace => workspace.Name == "short-lived");
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspace("short-lived").GetStatsAsync(Token))).Code.ShouldBe("workspace-not-found");
        (await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.DeleteAsync("short-lived", Token))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_default_workspace_cannot_be_deleted()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.DeleteAsync("default", Token));
        (refused.Status, refused.Code).ShouldBe((409, "default-workspace"));
    }

    [Fact]
    public async Task Only_an_administrator_deletes_a_workspace()
    {
        await api.Client.Workspaces.CreateAsync(new("guarded"), Token);
        var editor = await api.People.AddAsync("Edda", Roles.Editor, "guarded");
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => editor.Workspaces.DeleteAsync("guarded", Token));
        (refused.Status, refused.Code).ShouldBe((403, "not-allowed"));
        (await api.Client.Workspaces.GetAsync("guarded", Token)).Name.ShouldBe("guarded");
    }
}
