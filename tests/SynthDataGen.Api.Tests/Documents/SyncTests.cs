using SynthDataGen.Client;
using SynthDataGen.Client.Workspaces;

namespace SynthDataGen.Api.Tests.Documents;

public sealed class SyncTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sync_tells_new_changed_and_deleted_objects_apart()
    {
        var (workspace, bucket) = await NewWorkspaceAsync("apart");
        await WriteAsync(bucket, "kept.txt", "kept");
        await WriteAsync(bucket, "changed.txt", "before");
        await WriteAsync(bucket, "deleted.txt", "deleted");
        (await workspace.Documents.SyncAsync(Token)).ShouldBe(new() { Found = 3, Added = 3, Changed = 0, Deleted = 0 });

        await WriteAsync(bucket, "changed.txt", "after, longer");
        File.Delete(Path.Combine(bucket, "deleted.txt"));
        (await workspace.Documents.SyncAsync(Token)).ShouldBe(new() { Found = 2, Added = 0, Changed = 1, Deleted = 1 });
        (await workspace.Documents.SyncAsync(Token)).ShouldBe(new() { Found = 2, Added = 0, Changed = 0, Deleted = 0 });
    }

    [Fact]
    public async Task Syncs_at_the_same_time_find_everything_once()
    {
        const int Objects = 700; // More than a page.
        var (workspace, bucket) = await NewWorkspaceAsync("crowd");
        foreach (var i in Enumerable.Range(0, Objects))
        {
            await WriteAsync(bucket, $"{i}.txt", $"{i}");
        }

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => workspace.Documents.SyncAsync(Token)));

        results.Sum(r => r.Added).ShouldBe(Objects);
        results.ShouldAllBe(r => r.Found == Objects && r.Changed == 0 && r.Deleted == 0);
    }

    [Fact]
    public async Task A_sync_stays_within_the_workspaces_scope()
    {
        var (workspace, bucket) = await NewWorkspaceAsync("scoped");
        foreach (var key in (string[])["manuals/a.md", "manuals/b.exe", "manuals/drafts/c.md", "other/d.md", "manuals.md"])
        {
            await WriteAsync(bucket, key, key);
        }

        await workspace.Documents.SyncAsync(Token);
        await api.Client.Workspaces.UpdateAsync("scoped", new() { Prefix = "manuals", Include = ["*.md"], Exclude = ["drafts/"] }, Token);
        (await workspace.Documents.SyncAsync(Token)).ShouldBe(new() { Found = 1, Added = 0, Changed = 0, Deleted = 4 });
        (await workspace.Documents.ListAsync(cancellationToken: Token)).Items.ShouldHaveSingleItem().Key.ShouldBe("manuals/a.md");
    }

    [Fact]
    public async Task An_upload_lies_below_the_prefix_and_has_to_fit_the_patterns()
    {
        var (workspace, _) = await NewWorkspaceAsync("uploads");
        await api.Client.Workspaces.UpdateAsync("uploads", new() { Prefix = "in/box", Exclude = ["*.tmp"] }, Token);
        (await UploadAsync(workspace, "a.md")).Document!.Key.ShouldBe("in/box/a.md");
        (await UploadAsync(workspace, "a.tmp")).Failure!.Code.ShouldBe("out-of-scope");
        (await workspace.Documents.SyncAsync(Token)).ShouldBe(new() { Found = 1, Added = 0, Changed = 0, Deleted = 0 });
    }

    private static async Task<Client.Documents.Uploaded> UploadAsync(WorkspaceClient workspace, string name)
    {
        using var content = new MemoryStream([1, 2, 3]);
        return await workspace.Documents.UploadAsync(name, content, Token);
    }

    private static async Task WriteAsync(string bucket, string key, string text)
    {
        var path = Path.Combine(bucket, key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, Token);
    }

    private async Task<(WorkspaceClient Workspace, string Bucket)> NewWorkspaceAsync(string name)
    {
        var made = await api.Client.Workspaces.CreateAsync(new NewWorkspace(name), Token);
        return (api.Client.Workspace(name), Path.Combine(api.Folder, "store", made.Bucket));
    }
}
