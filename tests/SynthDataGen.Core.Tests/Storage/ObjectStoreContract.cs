using System.Text;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Tests.Storage;

/// <summary>What every object store does; each store's own class inherits it.</summary>
public abstract class ObjectStoreContract
{
    public const string Bucket = "contract";

    public static TheoryData<string> Keys { get; } =
    [
        "plain.pdf", "with space.pdf", "it's \"quoted\".md", "Über/naïve/文書 📄.txt", "100%.txt", "a%20b.txt", "%2E%2E/x", "%", "a+b&c=d?e#f.txt",
        "back\\slash", "colon:star*", "deep/er/and/deeper/x", "trailing ", "~tilde", ".hidden", "a/.git/config", "%2Ehidden", "tab\tand\nnewline",
    ];

    /// <summary>Keys that mislead servers that treat keys as paths, as the tests' S3 server does.</summary>
    public static TheoryData<string> HostileKeys { get; } =
    [
        "../outside.txt", "a/../../outside.txt", "./here", "..", "a//b", "ends/", "bell\a", new string('x', 1024), new string('é', 400),
        string.Join('/', Enumerable.Repeat("..", 300)),
    ];

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<IObjectStore> OpenStoreAsync();

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task An_object_is_read_back_under_its_key(string key)
    {
        var store = await OpenAsync();

        await PutAsync(store, key, $"content of {key}");

        (await ReadAsync(store, key)).ShouldBe($"content of {key}");
        (await ListAsync(store)).ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_deleted_object_is_gone(string key)
    {
        var store = await OpenAsync();
        await PutAsync(store, key, "x");

        await store.DeleteAsync(Bucket, key, Cancel);

        (await ReadAsync(store, key)).ShouldBeNull();
        (await ListAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_no_store_can_hold_is_refused()
    {
        var store = await OpenAsync();
        string[] keys = ["", "half a surrogate \ud800", new('é', 513)];

        foreach (var key in keys)
        {
            await Should.ThrowAsync<StorageException>(() => PutAsync(store, key, "x"));
        }
    }

    [Fact]
    public async Task A_missing_object_reads_as_null()
    {
        var store = await OpenAsync();

        (await store.OpenAsync(Bucket, "no/such thing", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Deleting_a_missing_object_does_nothing()
    {
        var store = await OpenAsync();

        await store.DeleteAsync(Bucket, "no/such thing", Cancel);
    }

    [Fact]
    public async Task A_missing_bucket_is_named()
    {
        var store = await OpenAsync();

        var error = await Should.ThrowAsync<StorageException>(async () => await store.ListAsync("nowhere", null, Cancel).ToListAsync(Cancel));

        error.Message.ShouldContain("'nowhere");
        error.Message.ShouldContain(store.Address);
    }

    [Fact]
    public async Task An_overwritten_object_has_other_content_and_mark()
    {
        var store = await OpenAsync();
        var first = await PutAsync(store, "a/b.txt", "one");

        var second = await PutAsync(store, "a/b.txt", "two");

        second.ETag.ShouldNotBe(first.ETag);
        (await ReadAsync(store, "a/b.txt")).ShouldBe("two");
    }

    [Fact]
    public async Task Buckets_do_not_share_objects()
    {
        var store = await OpenAsync();
        await store.EnsureBucketAsync("another", Cancel);

        await PutAsync(store, "a.txt", "x");

        (await store.OpenAsync("another", "a.txt", Cancel)).ShouldBeNull();
        (await store.ListAsync("another", null, Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_put_says_what_a_listing_says()
    {
        var store = await OpenAsync();

        var put = await PutAsync(store, "a/b.txt", "twelve bytes");

        var listed = (await ListAsync(store)).ShouldHaveSingleItem();
        (listed.Key, listed.SizeBytes, listed.ETag).ShouldBe((put.Key, put.SizeBytes, put.ETag));
        listed.SizeBytes.ShouldBe(12);
        listed.ModifiedAt.ShouldBe(put.ModifiedAt, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        var store = await OpenAsync();

        await PutAsync(store, "empty.txt", "");

        (await ReadAsync(store, "empty.txt")).ShouldBe("");
    }

    [Fact]
    public async Task A_listing_goes_past_a_thousand_objects()
    {
        var store = await OpenAsync();
        var keys = Enumerable.Range(0, 1_100).Select(i => $"many/{i:0000}.txt").ToList();
        await Parallel.ForEachAsync(keys, Cancel, async (key, token) => await store.PutAsync(Bucket, key, Text(key), "text/plain", token));

        var listed = await ListAsync(store);

        listed.Select(item => item.Key).ShouldBe(keys);
    }

    [Fact]
    public async Task A_prefix_narrows_a_listing()
    {
        var store = await OpenAsync();
        foreach (var key in new[] { "a/1", "a/2", "ab/1", "b/1" })
        {
            await PutAsync(store, key, "x");
        }

        var listed = await store.ListAsync(Bucket, "a/", Cancel).ToListAsync(Cancel);

        listed.Select(item => item.Key).ShouldBe(["a/1", "a/2"]);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_rewound_is_put_whole()
    {
        var store = await OpenAsync();
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31)).ToArray();

        await store.PutAsync(Bucket, "big.bin", new ForwardStream(bytes), "application/octet-stream", Cancel);

        await using var stream = await store.OpenAsync(Bucket, "big.bin", Cancel);
        using var read = new MemoryStream();
        await stream!.CopyToAsync(read, Cancel);
        read.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_cancelled_put_leaves_what_was_there()
    {
        var store = await OpenAsync();
        await PutAsync(store, "kept.txt", "before");
        using var source = new CancellationTokenSource();
        var content = new ForwardStream(new byte[500_000], source.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(() => store.PutAsync(Bucket, "kept.txt", content, "text/plain", source.Token));

        (await ReadAsync(store, "kept.txt")).ShouldBe("before");
        (await ListAsync(store)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_bucket_can_be_ensured_many_times_at_once()
    {
        var store = await OpenStoreAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.EnsureBucketAsync(Bucket, Cancel)));

        (await ListAsync(store)).ShouldBeEmpty();
    }

    protected async Task<IObjectStore> OpenAsync()
    {
        var store = await OpenStoreAsync();
        await store.EnsureBucketAsync(Bucket, Cancel);
        return store;
    }

    protected static Task<StoredObject> PutAsync(IObjectStore store, string key, string content) =>
        store.PutAsync(Bucket, key, Text(content), "text/plain", Cancel);

    protected static async Task<string?> ReadAsync(IObjectStore store, string key)
    {
        await using var stream = await store.OpenAsync(Bucket, key, Cancel);
        return stream is null ? null : await new StreamReader(stream).ReadToEndAsync(Cancel);
    }

    protected static async Task<List<StoredObject>> ListAsync(IObjectStore store) => await store.ListAsync(Bucket, null, Cancel).ToListAsync(Cancel);

    protected static MemoryStream Text(string content) => new(Encoding.UTF8.GetBytes(content));
}
