using System.Text;
using System.Text.Unicode;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>
/// Turns bytes into text: by the byte order mark, else by the zero bytes that UTF-16 and UTF-32 have, else as UTF-8 where they
/// are valid, else in the old encoding that they look like.
/// </summary>
internal static class TextDecoder
{
    private const int SampleBytes = 1 << 20;
    private const int MostBytesPerCharacter = 4;

    /// <summary>One of so many characters beyond ASCII.</summary>
    private const int SpoiltAtMost = 20;

    private static readonly UTF32Encoding Utf32BigEndian = new(bigEndian: true, byteOrderMark: true);

    /// <summary>Longer marks first: that of UTF-32 begins with that of UTF-16.</summary>
    private static readonly Encoding[] Marked = [Encoding.UTF8, Encoding.UTF32, Utf32BigEndian, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>Finds the encoding that the bytes of a format declare; null where they declare none.</summary>
    public delegate Encoding? Declaration(ReadOnlySpan<byte> bytes);

    /// <summary>The file's text.</summary>
    /// <exception cref="ExtractionException">The text exceeds the limit; it is not read into memory.</exception>
    public static Task<string> ReadAsync(string path, ExtractionOptions options, CancellationToken cancellationToken) =>
        ReadAsync(path, options, _ => null, cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, ExtractionOptions, CancellationToken)"/>
    public static async Task<string> ReadAsync(string path, ExtractionOptions options, Declaration declared, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length / MostBytesPerCharacter > options.MaxCharacters)
        {
            throw Fault.TooLarge("characters", options.MaxCharacters);
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return Decode(bytes, declared, options.MaxCharacters) ?? throw Fault.TooLarge("characters", options.MaxCharacters);
    }

    /// <summary>The text that these bytes are.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, _ => null);

    /// <inheritdoc cref="Decode(ReadOnlySpan{byte})"/>
    public static string Decode(ReadOnlySpan<byte> bytes, Declaration declared) => Decode(bytes, declared, int.MaxValue)!;

    private static string? Decode(ReadOnlySpan<byte> bytes, Declaration declared, int mostCharacters)
    {
        var (encoding, mark) = EncodingOf(bytes, declared);
        return encoding.GetCharCount(bytes[mark..]) > mostCharacters ? null : encoding.GetString(bytes[mark..]);
    }

    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> bytes, Declaration declared)
    {
        foreach (var encoding in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return (encoding, encoding.Preamble.Length);
            }
        }

        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        return (Wide(sample) ?? declared(bytes) ?? (Utf8.IsValid(bytes) || IsMostlyUtf8(sample) ? Encoding.UTF8 : LegacyEncoding.Of(sample)), 0);
    }

    /// <summary>A few spoilt bytes in long text are no sign of another encoding, in which hardly any non-ASCII byte would be valid.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> sample)
    {
        var text = Encoding.UTF8.GetString(sample);
        return text.AsSpan().Count('\uFFFD') * SpoiltAtMost < text.Count(c => !char.IsAscii(c));
    }

    /// <summary>Whether the first bytes of a file look like UTF-16 or UTF-32, in which zero bytes are no sign of a binary file.</summary>
    public static bool IsWide(ReadOnlySpan<byte> head)
    {
        foreach (var encoding in Marked.AsSpan(1))
        {
            if (head.StartsWith(encoding.Preamble))
            {
                return true;
            }
        }

        return Wide(head) is not null;
    }

    /// <summary>Of text that is mostly Latin, every other byte in UTF-16 is zero, and in UTF-32 three of four are.</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> sample)
    {
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
        {
            zeros[i % 4] += sample[i] == 0 ? 1 : 0;
        }

        var (most, few) = (sample.Length / 4 * 2 / 3, sample.Length / 4 / 10);
        return (zeros[0] > most, zeros[1] > most, zeros[2] > most, zeros[3] > most) switch
        {
            _ when most == 0 => null,
            (false, true, true, true) when zeros[0] <= few => Encoding.UTF32,
            (true, true, true, false) when zeros[3] <= few => Utf32BigEndian,
            (false, true, false, true) when zeros[0] + zeros[2] <= few => Encoding.Unicode,
            (true, false, true, false) when zeros[1] + zeros[3] <= few => Encoding.BigEndianUnicode,
            _ => null,
        };
    }
}
