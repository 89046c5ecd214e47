namespace SynthDataGen.Core.Documents.Extractors.Word.Parts;

/// <summary>
/// A part's bytes, no more than so many for one tag or piece of text: a parser holds each of them whole, and an attribute as large as
/// the part would take the process down.
/// </summary>
internal sealed class MeteredStream(Stream inner) : Stream
{
    private const int MostBytes = 32 << 20;

    private int given;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Counts from here again.</summary>
    public void Restart() => given = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        given += read;
        return given > MostBytes ? throw Fault.TooLarge("bytes in one tag or piece of text", MostBytes) : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
