namespace SynthDataGen.Core.Tests.Storage;

/// <summary>A stream like a browser's upload: forward only, in small pieces, without a length.</summary>
internal sealed class ForwardStream(byte[] content, Action? atHalf = null) : Stream
{
    private const int Piece = 10_000;
    private int position;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Math.Min(Math.Min(count, Piece), content.Length - position);
        if (position < content.Length / 2 && position + read >= content.Length / 2)
        {
            atHalf?.Invoke();
        }

        content.AsSpan(position, read).CopyTo(buffer.AsSpan(offset));
        position += read;
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
