using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace SynthDataGen.Core.Storage;

/// <summary>Objects in MinIO or any other server that speaks S3.</summary>
public sealed class S3ObjectStore : IObjectStore, IDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);

    private readonly AmazonS3Client client;
    private readonly TimeProvider time;

    public S3ObjectStore(Uri endpoint, string accessKey, string secretKey, string region, TimeProvider time)
    {
        this.time = time;
        Address = $"S3 at {endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}";
        client = new AmazonS3Client(new BasicAWSCredentials(accessKey, secretKey), new AmazonS3Config
        {
            ServiceURL = endpoint.AbsoluteUri,
            AuthenticationRegion = region,
            ForcePathStyle = true,

            // Older and non-Amazon servers do not support the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxErrorRetry = 2,
        });
    }

    public string Address { get; }

    public async Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        BucketName.Check(bucket);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(StartPatience);
        try
        {
            var token = limited.Token;
            var found = await GuardAsync(bucket, () => client.ListObjectsV2Async(new() { BucketName = bucket, MaxKeys = 1 }, token), "NoSuchBucket");
            if (found is null)
            {
                // If it exists after all, another of our processes was quicker.
                var request = new PutBucketRequest { BucketName = bucket };
                await GuardAsync(bucket, () => client.PutBucketAsync(request, token), "BucketAlreadyOwnedByYou", "BucketAlreadyExists");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageException($"{Address} did not answer within {StartPatience.TotalSeconds} seconds.");
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync(
        string bucket, string? prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        BucketName.Check(bucket);

        // Encoded, because keys can hold characters that XML can't, and one such key would hide all others.
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, Encoding = EncodingType.Url };
        do
        {
            var page = (await GuardAsync(bucket, () => client.ListObjectsV2Async(request, cancellationToken)))!;
            foreach (var item in page.S3Objects ?? [])
            {
                yield return new(KeyOf(item, page.Encoding), item.Size ?? 0, Trim(item.ETag), new(item.LastModified?.ToUniversalTime() ?? DateTime.UnixEpoch));
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task<Stream?> OpenAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        Check(key);
        var request = new GetObjectRequest { BucketName = bucket, Key = key };
        return (await GuardAsync(bucket, () => client.GetObjectAsync(request, cancellationToken), "NoSuchKey"))?.ResponseStream;
    }

    public async Task<StoredObject> PutAsync(
        string bucket, string key, Stream content, string mediaType, CancellationToken cancellationToken)
    {
        Check(key);

        // The signature comes first and needs the length and the hash, so the content is read twice.
        await using var copy = content.CanSeek ? null : FileStreams.Temporary();
        if (copy is not null)
        {
            await content.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
        }

        var seekable = copy ?? content;
        var length = seekable.Length - seekable.Position;
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = key,
            InputStream = seekable,
            ContentType = mediaType,
            AutoCloseStream = false,
            UseChunkEncoding = false,
        };
        var answer = (await GuardAsync(bucket, () => client.PutObjectAsync(request, cancellationToken)))!;
        return new(key, length, Trim(answer.ETag), time.GetUtcNow());
    }

    public async Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        Check(key);
        var request = new DeleteObjectRequest { BucketName = bucket, Key = key };
        await GuardAsync(bucket, () => client.DeleteObjectAsync(request, cancellationToken), "NoSuchKey");
    }

    public void Dispose() => client.Dispose();

    /// <summary>The SDK signs a key's leading slash but does not send it, which no server accepts.</summary>
    private static void Check(string key)
    {
        KeyPath.Check(key);
        if (key[0] == '/')
        {
            throw new StorageException($"The object '{key}' cannot be reached over S3, because its key begins with a slash; give it another key.");
        }
    }

    private static string KeyOf(S3Object item, EncodingType? encoding) =>
        encoding == EncodingType.Url ? Uri.UnescapeDataString(item.Key.Replace('+', ' ')) : item.Key;

    private static string Trim(string? etag) => etag?.Trim('"') ?? "";

    /// <summary>Null if the server answers with a code that the caller expects.</summary>
    private async Task<T?> GuardAsync<T>(string bucket, Func<Task<T>> call, params string[] expectedCodes)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception e) when (expectedCodes.Contains(e.ErrorCode))
        {
            return null;
        }
        catch (AmazonServiceException e)
        {
            throw new StorageException(Sentence(bucket, e), e);
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException or IOException or TimeoutException)
        {
            throw new StorageException($"{Address} cannot be reached: {e.GetBaseException().Message}", e);
        }
    }

    private string Sentence(string bucket, AmazonServiceException e) => e switch
    {
        _ when e.StatusCode == default => $"{Address} cannot be reached: {e.GetBaseException().Message}",
        { ErrorCode: "NoSuchBucket" } => $"There is no bucket '{bucket}' in {Address}.",
        { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } =>
            $"{Address} refuses the access key for the bucket '{bucket}' ({e.ErrorCode}).",
        _ => $"{Address} answered {(int)e.StatusCode} ({e.ErrorCode}) for the bucket '{bucket}'.",
    };
}
