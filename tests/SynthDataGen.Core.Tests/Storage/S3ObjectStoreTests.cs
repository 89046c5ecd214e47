using SynthDataGen.Core.Storage;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Storage;

/// <summary>Each test has a server-side bucket of its own behind the contract's name.</summary>
public sealed class S3ObjectStoreTests : ObjectStoreContract
{
    [Fact]
    public async Task An_address_where_nobody_listens_is_named_without_the_secret()
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

    [Fact]
    public async Task A_cancelled_listing_is_cancelled_not_failed()
    {
        var store = await OpenAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await store.ListAsync(Bucket, null, new(canceled: true)).ToListAsync(Cancel));
    }

    protected override async Task<IObjectStore> OpenStoreAsync() =>
        new OwnBucket(ObjectStores.Open((await S3Server.SharedOrSkipAsync()).ConnectionString));

    protected override string? CannotHold(string key) => HostileKeys.Any(row => row.Data == key)
        ? "This test server keeps keys as file paths."
        : null;
}
