using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Tests.Storage;

public sealed class FolderObjectStoreTests : ObjectStoreContract, IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("synthdatagen folder ");

    private string Root => Path.Combine(parent.FullName, "root");

    private string BucketFolder => Path.Combine(Root, Bucket);

    public void Dispose() => parent.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(HostileKeys))]
    [InlineData("/absolute")]
    [InlineData("//double")]
    public async Task A_hostile_key_is_data_and_stays_in_its_bucket(string key)
    {
        var store = await OpenAsync();

        await PutAsync(store, key, "hostile");

        (await ReadAsync(store, key)).ShouldBe("hostile");
        (await ListAsync(store)).ShouldHaveSingleItem().Key.ShouldBe(key);
        Directory.GetFiles(parent.FullName, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldStartWith(BucketFolder + "/");
    }

    [Theory]
    [InlineData("plain name.pdf")]
    [InlineData("folder/100%.txt")]
    [InlineData("a%20b.txt")]
    [InlineData("%zz")]
    [InlineData("naïve 文書.md")]
    public async Task A_file_dropped_by_hand_has_its_own_name_as_key(string name)
    {
        var store = await OpenAsync();
        Drop(name, "by hand");

        (await ListAsync(store)).ShouldHaveSingleItem().Key.ShouldBe(name);

        (await ReadAsync(store, name)).ShouldBe("by hand");
    }

    [Fact]
    public async Task Objects_are_listed_in_the_order_of_their_paths_whatever_the_prefix()
    {
        string[] keys = ["B", "a-b", "a.txt", "a/b/c", "a/b.txt", "a/b0", "a0", "aa/x", "b/y"];
        var store = await OpenAsync();
        foreach (var key in keys)
        {
            Drop(key, "x");
        }

        (await ListAsync(store)).Select(stored => stored.Key).ShouldBe(keys.Order(StringComparer.Ordinal));
        foreach (var prefix in (string[])["a", "a/", "a/b", "aa/x", "c"])
        {
            var listed = await store.ListAsync(Bucket, prefix, Cancel).Select(stored => stored.Key).ToListAsync(Cancel);
            listed.ShouldBe(keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData(".git/config")]
    public async Task Hidden_files_are_not_objects(string name)
    {
        var store = await OpenAsync();
        Drop(name, "x");

        (await ListAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        var store = await OpenAsync();
        var secret = Path.Combine(parent.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "secret", Cancel);
        File.CreateSymbolicLink(Path.Combine(BucketFolder, "file.txt"), secret);
        Directory.CreateSymbolicLink(Path.Combine(BucketFolder, "folder"), parent.FullName);

        (await ListAsync(store)).ShouldBeEmpty();
        (await ReadAsync(store, "file.txt")).ShouldBeNull();
        (await ReadAsync(store, "folder/secret.txt")).ShouldBeNull();
        await Should.ThrowAsync<StorageException>(() => PutAsync(store, "folder/new.txt", "x"));
    }

    [Fact]
    public async Task A_cancelled_put_leaves_no_file()
    {
        var store = await OpenAsync();
        using var source = new CancellationTokenSource();
        var content = new ForwardStream(new byte[500_000], source.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => store.PutAsync(Bucket, "new.txt", content, "text/plain", source.Token));

        Directory.GetFiles(parent.FullName, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Concurrent_puts_leave_one_of_them_whole()
    {
        var store = await OpenAsync();
        var contents = Enumerable.Range(0, 20).Select(i => new string((char)('a' + i), 50_000)).ToList();

        await Parallel.ForEachAsync(contents, Cancel, async (content, token) => await PutAsync(store, "same/key.txt", content).WaitAsync(token));

        contents.ShouldContain(await ReadAsync(store, "same/key.txt"));
    }

    [Fact]
    public async Task Concurrent_puts_and_deletes_in_a_folder_succeed()
    {
        var store = await OpenAsync();

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), Cancel, async (i, token) =>
        {
            await PutAsync(store, $"shared/folder/{i}", "x").WaitAsync(token);
            await store.DeleteAsync(Bucket, $"shared/folder/{i}", token);
        });

        (await ListAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_below_another_key_is_refused_with_a_sentence()
    {
        var store = await OpenAsync();
        await PutAsync(store, "a", "x");

        var error = await Should.ThrowAsync<StorageException>(() => PutAsync(store, "a/b", "x"));

        error.Message.ShouldContain(Root);
    }

    [Fact]
    public async Task A_root_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(Root, "a file", Cancel);
        var store = await OpenStoreAsync();

        var error = await Should.ThrowAsync<StorageException>(() => store.EnsureBucketAsync(Bucket, Cancel));

        error.Message.ShouldContain(Root);
    }

    protected override Task<IObjectStore> OpenStoreAsync() => Task.FromResult<IObjectStore>(new FolderObjectStore(Root, TimeProvider.System));

    private void Drop(string name, string content)
    {
        var path = Path.Combine(BucketFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
