using SynthDataGen.Core.Storage;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Storage;

/// <summary>Each test has its own server-side bucket behind the contract's name.</summary>
public sealed class S3ObjectStoreTests : ObjectStoreContract
{
    [Fact]
    public async Task An_unreachable_address_is_named_without_the_secret()
    {
        var endpoint = $"http://127.0.0.1:{FreePort.Take()}";
        var store = ObjectStores.Open($"Endpoint={endpoint};AccessKey=key;SecretKey=hush");

        var error = await Should.ThrowAsync<StorageException>(() => store.EnsureBucketAsync(Bucket, Cancel));

        error.Message.ShouldContain(endpoint);
        error.Message.ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_wrong_access_key_is_told_as_a_refusal()
    {
        var server = await S3Server.SharedOrSkipAsync();
        var store = ObjectStores.Open($"Endpoint={server.Endpoint};AccessKey=stranger;SecretKey=hush");

        var error = await Should.ThrowAsync<StorageException>(() => store.EnsureBucketAsync(Bucket, Cancel));

        error.Message.ShouldContain("refuses the access key");
        error.Message.ShouldNotContain("hush");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    [MemberData(nameof(HostileKeys))]
    public async Task A_key_is_sent_and_signed_as_it_is(string key)
    {
        await using var recorder = await RequestRecorder.StartAsync(Cancel);
        var store = ObjectStores.Open($"Endpoint={recorder.Endpoint};AccessKey=key;SecretKey={RequestRecorder.Secret}");

        await PutAsync(store, key, "x");
        await ReadAsync(store, key);
        await store.DeleteAsync(Bucket, key, Cancel);

        var path = $"/{Bucket}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";
        recorder.Requests.ShouldBe([$"PUT {path} signed", $"GET {path} signed", $"DELETE {path} signed"]);
    }

    [Fact]
    public async Task A_key_that_xml_cannot_hold_is_listed()
    {
        await using var recorder = await RequestRecorder.StartAsync(Cancel);
        recorder.Reply = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>false</IsTruncated><EncodingType>url</EncodingType>
            <Contents><Key>a%07+%2B100%25.txt</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified><ETag>&quot;ab&quot;</ETag><Size>5</Size></Contents>
            </ListBucketResult>
            """;
        var store = ObjectStores.Open($"Endpoint={recorder.Endpoint};AccessKey=key;SecretKey={RequestRecorder.Secret}");

        var listed = await ListAsync(store);

        listed.ShouldHaveSingleItem().ShouldBe(new("a\a +100%.txt", 5, "ab", new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
    }

    [Fact]
    public async Task A_key_that_the_sdk_would_change_is_refused()
    {
        var store = ObjectStores.Open("Endpoint=http://127.0.0.1;AccessKey=key;SecretKey=secret");

        var error = await Should.ThrowAsync<StorageException>(() => PutAsync(store, "/absolute", "x"));

        error.Message.ShouldContain("begins with a slash");
    }

    [Fact]
    public async Task A_cancelled_listing_is_cancelled_not_failed()
    {
        var store = await OpenAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await store.ListAsync(Bucket, null, new(canceled: true)).ToListAsync(Cancel));
    }

    protected override async Task<IObjectStore> OpenStoreAsync() =>
        new OwnBucket(ObjectStores.Open((await S3Server.SharedOrSkipAsync()).ConnectionString));
}
