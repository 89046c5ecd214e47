using System.Buffers;
using System.Security.Cryptography;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Collects rows in one reused buffer and hands them to the stream in big blocks, so that memory stays flat however many there are.</summary>
internal abstract class DatasetWriter(Stream stream) : IDatasetWriter
{
    private const int BlockBytes = 256 * 1024;

    public long Rows { get; private set; }

    public ReadOnlyMemory<byte> LastRow { get; private set; }

    /// <summary>What is on its way to the stream.</summary>
    protected ArrayBufferWriter<byte> Bytes { get; } = new(2 * BlockBytes);

    public ValueTask<string?> WriteAsync(ExportedPair pair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return Bytes.WrittenCount < BlockBytes ? new(Write(pair)) : FlushAndWriteAsync(pair, cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        End();
        await FlushAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
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
        await FlushAsync(cancellationToken);
        return Write(pair);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Bytes.WrittenMemory, cancellationToken);
        Bytes.ResetWrittenCount();
    }
}
