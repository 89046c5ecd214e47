namespace SynthDataGen.Api.Tests.Documents;

public sealed class SyncTests(ApiApplication api) : IClassFixture<ApiApplication>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Bucket => Path.Combine(api.Folder, "store", "documents");

    [Fact]
    public async Task A_sync_tells_new_changed_and_deleted_objects_apart()
    {
        await File.WriteAllTextAsync(Path.Combine(Bucket, "kept.txt"), "kept", Token);
        await File.WriteAllTextAsync(Path.Combine(Bucket, "changed.txt"), "before", Token);
        await File.WriteAllTextAsync(Path.Combine(Bucket, "deleted.txt"), "deleted", Token);
        (await api.Workspace.Documents.SyncAsync(Token)).ShouldBe(new(3, 3, 0, 0));

        await File.WriteAllTextAsync(Path.Combine(Bucket, "changed.txt"), "after, longer", Token);
        File.Delete(Path.Combine(Bucket, "deleted.txt"));
        (await api.Workspace.Documents.SyncAsync(Token)).ShouldBe(new(2, 0, 1, 1));
        (await api.Workspace.Documents.SyncAsync(Token)).ShouldBe(new(2, 0, 0, 0));
    }
}
