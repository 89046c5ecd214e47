namespace SynthDataGen.Core.Storage;

/// <summary>An object as a listing names it.</summary>
/// <param name="Key">Its key: data, never a path.</param>
/// <param name="SizeBytes">Its length.</param>
/// <param name="ETag">The store's mark of its content.</param>
/// <param name="ModifiedAt">When it was last written.</param>
public sealed record StoredObject(string Key, long SizeBytes, string ETag, DateTimeOffset ModifiedAt);

/// <summary>Where documents and exports are stored: S3 or a folder.</summary>
public interface IObjectStore
{
    /// <summary>What the store is and where, for messages; never with secrets.</summary>
    string Address { get; }

    /// <summary>Creates the bucket if it is missing; can run repeatedly.</summary>
    /// <exception cref="StorageException">The store cannot be reached or refuses us.</exception>
    Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken);

    /// <summary>Every object of the bucket, page by page, in the store's own order: by bytes in S3, by path in a folder.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(string bucket, string? prefix, CancellationToken cancellationToken);

    /// <summary>The object's bytes; null if there is no such object. The caller disposes the stream.</summary>
    Task<Stream?> OpenAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>Writes the object whole or not at all, replacing what was there, and returns what is there now.</summary>
    Task<StoredObject> PutAsync(string bucket, string key, Stream content, string mediaType, CancellationToken cancellationToken);

    /// <summary>Removes the object, if there is one.</summary>
    Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken);
}

/// <summary>The store cannot be reached or refuses us; the message says what was tried, without secrets.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
