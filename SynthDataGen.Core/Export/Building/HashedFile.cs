using System.Security.Cryptography;

namespace SynthDataGen.Core.Export.Building;

/// <summary>A new file that is hashed while it is written.</summary>
internal sealed class HashedFile : Stream
{
    private const int BufferBytes = 1 << 17;

    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Creates the file, and its folder.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="name">Its name in the export.</param>
    public HashedFile(string path, string name)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        (Path, Name) = (path, name);
        file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous);
    }

    public string Path { get; }
    public string Name { get; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    /// <summary>Completes and describes it.</summary>
    /// <param name="rows">How many rows of data it has; null: it holds none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ExportFile> CompleteAsync(long? rows, CancellationToken cancellationToken)
    {
        await file.FlushAsync(cancellationToken);
        return new(Name, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), rows);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        file.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        hash.AppendData(buffer.Span);
        return file.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => file.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => file.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        hash.Dispose();
        await file.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
