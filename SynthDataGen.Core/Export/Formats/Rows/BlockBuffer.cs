using System.Buffers;

namespace SynthDataGen.Core.Export.Formats.Rows;

/// <summary>Collects bytes in one reused buffer and hands them to a stream in big blocks, so that memory stays flat however many there are.</summary>
internal sealed class BlockBuffer(Stream stream)
{
    private const int BlockBytes = 256 * 1024;

    public ArrayBufferWriter<byte> Bytes { get; } = new(2 * BlockBytes);

    /// <summary>Whether a block is together.</summary>
    public bool IsFull => Bytes.WrittenCount >= BlockBytes;

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Bytes.WrittenMemory, cancellationToken);
        Bytes.ResetWrittenCount();
    }

    /// <summary>Hands over what is left.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }
}
