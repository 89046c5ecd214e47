using System.IO.Compression;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;

/// <summary>
/// Checks a PDF's bytes for bookmarks, so that no process is started for the many without any. The catalog
/// names its outline in the clear or in an object stream (ISO 32000-1, 7.5.7); of small files those are unpacked.
/// </summary>
internal static class OutlineMark
{
    private const int SmallFile = 4 << 20;
    private const int StreamStart = 1 << 10;

    private static ReadOnlySpan<byte> Outline => "/Outlines"u8;

    private static ReadOnlySpan<byte> Packed => "/ObjStm"u8;

    public static bool IsIn(string path)
    {
        using var file = File.OpenRead(path);
        if (file.Length > SmallFile)
        {
            return IsInLarge(file);
        }

        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content.AsSpan().IndexOf(Outline) >= 0 || IsInStreams(content);
    }

    private static bool IsInLarge(FileStream file)
    {
        const int Overlap = 16;
        var buffer = new byte[1 << 16];
        var held = 0;
        while (file.Read(buffer, held, buffer.Length - held) is > 0 and var read)
        {
            var content = buffer.AsSpan(0, held + read);
            if (content.IndexOf(Outline) >= 0 || content.IndexOf(Packed) >= 0)
            {
                return true;
            }

            held = Math.Min(Overlap, content.Length);
            content[^held..].CopyTo(buffer);
        }
        return false;
    }

    private static bool IsInStreams(byte[] content)
    {
        var buffer = new byte[1 << 16];
        for (var at = 0; content.AsSpan(at).IndexOf(Packed) is >= 0 and var found; )
        {
            at += found + Packed.Length;
            var start = content.AsSpan(at, Math.Min(StreamStart, content.Length - at)).IndexOf("stream"u8);
            if (start >= 0 && IsInStream(content, at + start + "stream".Length, buffer))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Object streams are short, so the first 64 KiB suffice; one that cannot be unpacked may name an outline.</summary>
    private static bool IsInStream(byte[] content, int at, byte[] buffer)
    {
        while (at < content.Length && content[at] is (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(content, at, content.Length - at), CompressionMode.Decompress);
            var read = unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return buffer.AsSpan(0, read).IndexOf(Outline) >= 0;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
