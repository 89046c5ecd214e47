using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes. It writes one element per line and lets control characters through that no
/// XML parser accepts, so it is read as lines (docs/decisions/0020-poppler-boxes.md).
/// </summary>
internal sealed class BboxReader(ExtractionOptions options)
{
    /// <summary>Greatest number, without its decimal point, that <c>double</c> holds exactly.</summary>
    private const long MostDigits = 100_000_000_000_000;

    private readonly List<PdfPage> pages = [];
    private readonly List<PdfWord> words = [];

    /// <summary>Reads all pages with Poppler, or only <paramref name="page"/> (1-based).</summary>
    public static async Task<List<PdfPage>> ReadAsync(string path, int? page, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var number = page?.ToString(CultureInfo.InvariantCulture);
        string[] range = number is null ? [] : ["-f", number, "-l", number];
        await using var poppler = ToolProcess.Start(Tool.PdfToText, ["-bbox-layout", "-enc", "UTF-8", .. range, path, "-"], options);
        // Reading blocks, so it has its own thread; killing Poppler ends it early.
        await using var ending = cancellationToken.Register(poppler.End);
        var read = await Task.Factory.StartNew(
            () => new BboxReader(options).Read(poppler.Output, cancellationToken),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await poppler.FinishAsync(cancellationToken);
        return read;
    }

    /// <summary>
    /// Reads to the end, blocking: Poppler writes 4 KiB at a time, and an asynchronous wake-up for each costs
    /// several times as much as reading it.
    /// </summary>
    public List<PdfPage> Read(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        while (output.Read(buffer, held, buffer.Length - held) is > 0 and var read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var used = TakeLines(buffer.AsSpan(0, held + read));
            held = held + read - used;
            buffer.AsSpan(used, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
        cancellationToken.ThrowIfCancellationRequested();
        return pages;
    }

    private int TakeLines(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        while (bytes[used..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            TakeLine(bytes.Slice(used, length).TrimStart((byte)' '));
            used += length + 1;
        }
        return used;
    }

    private void TakeLine(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("<word "u8))
        {
            TakeWord(line);
        }
        else if (line.StartsWith("</line>"u8) && words.Count > 0)
        {
            EndLine();
        }
        else if (line.StartsWith("<page "u8))
        {
            StartPage(line);
        }
    }

    private void StartPage(ReadOnlySpan<byte> line)
    {
        if (pages.Count == options.MaxPages)
        {
            throw Fault.TooLarge("pages", options.MaxPages);
        }

        var (width, height) = (Number(ref line), Number(ref line));
        pages.Add(new PdfPage(pages.Count + 1, width, height));
    }

    private void EndLine()
    {
        pages[^1].Lines.Add(new PdfLine([.. words]));
        words.Clear();
    }

    private void TakeWord(ReadOnlySpan<byte> line)
    {
        var (x0, y0, x1, y1) = (Number(ref line), Number(ref line), Number(ref line), Number(ref line));
        var start = line.IndexOf((byte)'>') + 1;
        var end = line.LastIndexOf("</word>"u8);
        if (end <= start)
        {
            return;
        }

        var text = Encoding.UTF8.GetString(line[start..end]);
        if (text.Contains('&'))
        {
            text = WebUtility.HtmlDecode(text);
        }

        text = TextCleaner.Clean(text);
        if (!string.IsNullOrWhiteSpace(text))
        {
            words.Add(new PdfWord(text, Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1)));
        }
    }

    /// <summary>The next number in quotes, which Poppler writes without exponent; 0 if it is not a number.</summary>
    private static float Number(ref ReadOnlySpan<byte> line)
    {
        line = line[(line.IndexOf((byte)'"') + 1)..];
        var (digits, scale, at) = (0L, 0d, 0);
        for (; at < line.Length && line[at] != '"'; at++)
        {
            if (line[at] == '.')
            {
                scale = 1;
            }
            else if (char.IsAsciiDigit((char)line[at]) && digits < MostDigits)
            {
                (digits, scale) = (digits * 10 + line[at] - '0', scale * 10);
            }
            else
            {
                return OddNumber(ref line);
            }
        }
        line = line[Math.Min(at + 1, line.Length)..];
        return (float)(digits / Math.Max(scale, 1));
    }

    /// <summary>Negative and excessive numbers, and anything that is not a number.</summary>
    private static float OddNumber(ref ReadOnlySpan<byte> line)
    {
        if (!Utf8Parser.TryParse(line, out float number, out _) || !float.IsFinite(number))
        {
            number = 0;
        }
        line = line[(line.IndexOf((byte)'"') + 1)..];
        return number;
    }
}
