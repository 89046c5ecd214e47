using System.Buffers;
using System.Security.Cryptography;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>A file of rows, each hashed as it is written.</summary>
internal abstract class DatasetWriter(Stream stream) : IDatasetWriter
{
    private readonly BlockBuffer buffer = new(stream);

    public long Rows { get; private set; }

    public ReadOnlyMemory<byte> LastRow { get; private set; }

    /// <summary>What is on its way to the stream.</summary>
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

    /// <summary>Writes what separates a row from the one before it, and the row. The offset of the row's first byte in <see cref="Bytes"/>.</summary>
    protected abstract int Put(ExportedPair pair);

    /// <summary>Writes what stands behind the last row.</summary>
    protected virtual void End()
    {
    }

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
