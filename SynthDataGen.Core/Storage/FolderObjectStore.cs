using System.Runtime.CompilerServices;

namespace SynthDataGen.Core.Storage;

/// <summary>Objects as files below a folder: <c>root/bucket/key</c>. Files that people put there are objects too; hidden files and links are not.</summary>
public sealed class FolderObjectStore : IObjectStore
{
    private const string Incoming = ".incoming";
    private const int Attempts = 50;
    private const int PageSize = 500;

    private readonly string root;
    private readonly TimeProvider time;

    public FolderObjectStore(string root, TimeProvider time) => (this.root, this.time) = (Path.GetFullPath(root), time);

    public string Address => $"folder {root}";

    public Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken) => GuardAsync("make the bucket", () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        BucketName.Check(bucket);
        Directory.CreateDirectory(Path.Combine(root, Incoming));
        Directory.CreateDirectory(Path.Combine(root, bucket));
        return Task.FromResult(BucketFolder(bucket));
    });

    public async IAsyncEnumerable<StoredObject> ListAsync(
        string bucket, string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await GuardAsync("list the bucket", () => Task.FromResult(BucketFolder(bucket)));
        using var found = FolderListing.Of(folder, prefix ?? "", cancellationToken).GetEnumerator();
        List<StoredObject> page;
        do
        {
            page = await GuardAsync("list the bucket", () => Task.Run(() => Next(found), cancellationToken));
            foreach (var stored in page)
            {
                yield return stored;
            }
        }
        while (page.Count > 0);
    }

    public Task<Stream?> OpenAsync(string bucket, string key, CancellationToken cancellationToken) => GuardAsync("read", () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Locate(bucket, key);
        return Task.FromResult<Stream?>(!File.Exists(path) || LeadsThroughLink(path) ? null : FileStreams.Read(path));
    });

    public Task<StoredObject> PutAsync(
        string bucket, string key, Stream content, string mediaType, CancellationToken cancellationToken) => GuardAsync("write", async () =>
    {
        var path = Locate(bucket, key);
        if (LeadsThroughLink(Path.GetDirectoryName(path)!))
        {
            throw new StorageException($"'{key}' would lead through a symbolic link in {Address}, which is not followed.");
        }

        Directory.CreateDirectory(Path.Combine(root, Incoming));
        var incoming = Path.Combine(root, Incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            await FileStreams.WriteAsync(incoming, content, cancellationToken);

            // Finer than the file system's own clock, so that two writes of one length within a tick differ.
            File.SetLastWriteTimeUtc(incoming, time.GetUtcNow().UtcDateTime);
            var stored = Describe(key, new FileInfo(incoming))!;
            MoveIntoPlace(incoming, path, key);
            return stored;
        }
        finally
        {
            File.Delete(incoming);
        }
    });

    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken) => GuardAsync("delete", () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Locate(bucket, key);
        if (File.Exists(path) && !LeadsThroughLink(path))
        {
            File.Delete(path);
            Prune(Path.GetDirectoryName(path)!, BucketFolder(bucket));
        }

        return Task.FromResult(path);
    });

    private string Locate(string bucket, string key) => Path.Combine(BucketFolder(bucket), KeyPath.Encode(key));

    private string BucketFolder(string bucket)
    {
        BucketName.Check(bucket);
        var folder = new DirectoryInfo(Path.Combine(root, bucket));
        return folder.Exists && folder.LinkTarget is null
            ? folder.FullName
            : throw new StorageException($"There is no bucket '{bucket}' in {Address}.");
    }

    private static List<StoredObject> Next(IEnumerator<(string Key, string Path)> found)
    {
        var page = new List<StoredObject>(PageSize);
        while (page.Count < PageSize && found.MoveNext())
        {
            if (Describe(found.Current.Key, new FileInfo(found.Current.Path)) is { } stored)
            {
                page.Add(stored);
            }
        }

        return page;
    }

    /// <summary>Null if the file has gone since it was found.</summary>
    private static StoredObject? Describe(string key, FileInfo file) => file.Exists
        ? new StoredObject(key, file.Length, $"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}", new(file.LastWriteTimeUtc))
        : null;

    private bool LeadsThroughLink(string path)
    {
        for (var at = path; at.Length > root.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void MoveIntoPlace(string incoming, string path, string key)
    {
        if (Directory.Exists(path))
        {
            throw new StorageException($"'{key}' cannot be written to {Address}: there are objects whose keys begin with it and a slash.");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(incoming, path, overwrite: true);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // A delete may have pruned the empty folder in the meantime, which causes various errors.
            }
        }
    }

    private static void Prune(string folder, string bucketFolder)
    {
        for (var at = folder; at.Length > bucketFolder.Length; at = Path.GetDirectoryName(at)!)
        {
            try
            {
                Directory.Delete(at);
            }
            catch (IOException)
            {
                return; // Not empty.
            }
        }
    }

    private async Task<T> GuardAsync<T>(string verb, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"Could not {verb} in {Address}: {e.Message}", e);
        }
    }
}
