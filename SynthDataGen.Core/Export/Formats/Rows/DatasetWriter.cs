using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Writes a file of rows and hashes each of them.</summary>
internal abstract class DatasetWriter(Stream stream) : IDatasetWriter
{
    private readonly BlockBuffer buffer = new(stream);

    public long Rows { get; private set; }

    public ReadOnlyMemory<byte> LastRow { get; private set; }

    /// <summary>The bytes that have not yet reached the stream.</summary>
    protected ArrayBufferWriter<byte> Bytes => buffer.Bytes;

    public ValueTask<string?> WriteAsync(ExportedPair pair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return buffer.IsFull ? FlushAndWriteAsync(pair, cancellationToken) : new(Write(pair));
    }

    public Task CompleteAsync(CancellationToken cancellationToken)
    {
        End();
        return buffer.CompleteAsync(cancellationToken);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Whether the format can hold a pair.</summary>
    protected abstract bool Holds(ExportedPair pair);

    /// <summary>Writes the separator before a row, and the row. Returns the offset of the row's first byte in <see cref="Bytes"/>.</summary>
    protected abstract int Put(ExportedPair pair);

    /// <summary>Writes what follows the last row.</summary>
    protected abstract void End();

    private string? Write(ExportedPair pair)
    {
        if (!Holds(pair))
        {
            return null;
        }

        var start = Put(pair);
        Rows++;
        LastRow = Bytes.WrittenMemory[start..];
        return Convert.ToHexStringLower(SHA256.HashData(LastRow.Span));
    }

    private async ValueTask<string?> FlushAndWriteAsync(ExportedPair pair, CancellationToken cancellationToken)
    {
        await buffer.FlushAsync(cancellationToken);
        return Write(pair);
    }
}

/// <summary>Writes a file that is one JSON document with its rows inside.</summary>
internal abstract class JsonDocumentWriter : DatasetWriter
{
    protected JsonDocumentWriter(Stream stream, JsonWriterOptions options)
        : base(stream) => Json = new(Bytes, options);

    protected Utf8JsonWriter Json { get; }

    public override ValueTask DisposeAsync() => Json.DisposeAsync();

    /// <summary>Writes an object into the open array. Returns where it begins in the buffer, after the comma and white space before it.</summary>
    protected int PutObject<T>(T value, Action<Utf8JsonWriter, T> properties)
    {
        Json.Flush();
        var before = Bytes.WrittenCount;
        Json.WriteStartObject();
        properties(Json, value);
        Json.WriteEndObject();
        Json.Flush();
        return before + Bytes.WrittenSpan[before..].IndexOf((byte)'{');
    }
}

/// <summary>Collects bytes in one reused buffer and passes them to a stream in big blocks, so that memory stays flat.</summary>
internal sealed class BlockBuffer(Stream stream)
{
    private const int BlockBytes = 256 * 1024;

    public ArrayBufferWriter<byte> Bytes { get; } = new(2 * BlockBytes);

    /// <summary>Whether a whole block is waiting.</summary>
    public bool IsFull => Bytes.WrittenCount >= BlockBytes;

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Bytes.WrittenMemory, cancellationToken);
        Bytes.ResetWrittenCount();
    }

    /// <summary>Flushes the rest, and the stream.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }
}
