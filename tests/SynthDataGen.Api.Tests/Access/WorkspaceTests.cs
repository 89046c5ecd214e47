using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Access;

public sealed class WorkspaceTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_workspace_is_not_found()
    {
        var missing = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspace("nowhere").Documents.ListAsync(cancellationToken: Token));
        (missing.Status, missing.Code).ShouldBe((404, "workspace-not-found"));
    }

    [Fact]
    public async Task A_new_workspace_has_its_bucket_recipe_and_generator()
    {
        var workspace = await api.Client.Workspaces.CreateAsync(new NewWorkspace("policies", "Policies 2026"), Token);
        workspace.Bucket.ShouldBe("documents-policies");
        var generation = api.Client.Workspace("policies").Generation;
        (await generation.ListRecipesAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("default");
        (await generation.ListGeneratorsAsync(Token)).Items.ShouldHaveSingleItem().Name.ShouldBe("extractive");
    }

    [Fact]
    public async Task A_workspace_does_not_see_the_documents_of_another()
    {
        await api.Client.Workspaces.CreateAsync(new NewWorkspace("other"), Token);
        var document = await api.Seed.UploadAsync("secret.txt");
        var other = api.Client.Workspace("other").Documents;
        (await other.ListAsync(cancellationToken: Token)).Items.ShouldBeEmpty();
        (await Should.ThrowAsync<SynthDataGenException>(() => other.GetAsync(document.Id, Token))).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Big")]
    [InlineData("../etc")]
    [InlineData("a b")]
    [InlineData("a-")]
    [InlineData("a\n")]
    public async Task A_bad_name_is_refused(string name)
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.CreateAsync(new NewWorkspace(name), Token));
        refused.Code.ShouldBe("bad-name");
    }

    [Fact]
    public async Task A_taken_name_is_a_conflict()
    {
        var refused = await Should.ThrowAsync<SynthDataGenException>(() => api.Client.Workspaces.CreateAsync(new NewWorkspace("default"), Token));
        (refused.Status, refused.Code).ShouldBe((409, "workspace-exists"));
    }
}
