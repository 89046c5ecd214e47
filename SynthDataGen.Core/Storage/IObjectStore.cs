namespace SynthDataGen.Core.Storage;

/// <summary>An object as a listing names it.</summary>
/// <param name="Key">Its key: data, never a path.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="ETag">The store's mark of its content.</param>
/// <param name="ModifiedAt">When it was last written.</param>
public sealed record StoredObject(string Key, long SizeBytes, string ETag, DateTimeOffset ModifiedAt);

/// <summary>Where documents and exports lie: S3, or a folder.</summary>
public interface IObjectStore
{
    /// <summary>What the store is and where, for messages; never with secrets.</summary>
    string Address { get; }

    /// <summary>Makes the bucket if it is not there. Can run twice.</summary>
    /// <exception cref="StorageException">The store cannot be reached or refuses us.</exception>
    Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>Every object of the bucket, page by page, in the store's own order: S3's of bytes, a folder's of paths.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(string bucket, string? prefix, CancellationToken cancellationToken);

    /// <summary>The object's bytes, or null where there is no such object. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>Writes the object whole or not at all, over what was there, and says what now stands there.</summary>
    Task<StoredObject> PutAsync(string bucket, string key, Stream content, string mediaType, CancellationToken cancellationToken);

    /// <summary>Removes the object; nothing happens where there is none.</summary>
    Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken);
}
