using System.Security.Cryptography;

namespace SynthDataGen.Core.Documents;

/// <summary>A document's bytes on local disk under a name of our own, while they are being read.</summary>
public sealed class TemporaryFile : IDisposable
{
    private TemporaryFile(string path, long sizeBytes, string sha256) => (Path, SizeBytes, Sha256) = (path, sizeBytes, sha256);

    public string Path { get; }
    public long SizeBytes { get; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Copies the stream to disk, hashing it on the way.</summary>
    public static async Task<TemporaryFile> FromAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"synthdatagen-{Guid.CreateVersion7():n}");
        var isWhole = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            isWhole = true;
            return new(path, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(path);
            }
        }
    }

    public void Dispose() => File.Delete(Path);
}
