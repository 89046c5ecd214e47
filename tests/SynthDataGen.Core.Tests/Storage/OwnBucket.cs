using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Tests.Storage;

/// <summary>Gives a test its own bucket on a shared server; the real store does all the work.</summary>
internal sealed class OwnBucket(IObjectStore store) : IObjectStore
{
    private readonly string suffix = $"-{Guid.CreateVersion7():N}";

    public string Address => store.Address;

    public Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken) => store.EnsureBucketAsync(bucket + suffix, cancellationToken);

    public IAsyncEnumerable<StoredObject> ListAsync(string bucket, string? prefix, CancellationToken cancellationToken) =>
        store.ListAsync(bucket + suffix, prefix, cancellationToken);

    public Task<Stream?> OpenAsync(string bucket, string key, CancellationToken cancellationToken) =>
        store.OpenAsync(bucket + suffix, key, cancellationToken);

    public Task<StoredObject> PutAsync(string bucket, string key, Stream content, string mediaType, CancellationToken cancellationToken) =>
        store.PutAsync(bucket + suffix, key, content, mediaType, cancellationToken);

    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken) =>
        store.DeleteAsync(bucket + suffix, key, cancellationToken);
}
