using System.Buffers.Binary;
using System.IO.Compression;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>A page's picture: grey lines instead of words.</summary>
internal static class CannedPicture
{
    private const int Width = 600, Height = 848;

    public static byte[] Page(int page)
    {
        var pixels = new byte[(Width + 1) * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var line = y is > 80 and < 760 && y % 22 < 9 && x > 60 && x < 540 - (y / 22 * 37 * page % 120);
                pixels[y * (Width + 1) + 1 + x] = (byte)(line ? 190 : 255);
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(pixels);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // Eight bits of grey.
        return [137, 80, 78, 71, 13, 10, 26, 10, .. Part("IHDR", header), .. Part("IDAT", packed.ToArray()), .. Part("IEND", [])];
    }

    private static byte[] Part(string name, byte[] body)
    {
        var part = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(part, body.Length);
        System.Text.Encoding.ASCII.GetBytes(name, part.AsSpan(4));
        body.CopyTo(part, 8);
        BinaryPrimitives.WriteUInt32BigEndian(part.AsSpan(body.Length + 8), Checksum(part.AsSpan(4, body.Length + 4)));
        return part;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
