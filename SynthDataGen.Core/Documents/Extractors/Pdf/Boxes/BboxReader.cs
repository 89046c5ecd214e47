using System.Buffers.Text;
using System.Net;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes. It puts one element on a line and lets control characters through that no
/// XML parser accepts, so it is read as lines (docs/decisions/0020-poppler-boxes.md).
/// </summary>
internal sealed class BboxReader(ExtractionOptions options)
{
    private readonly List<PdfPage> pages = [];
    private readonly List<PdfWord> words = [];

    public async Task<IReadOnlyList<PdfPage>> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        while (true)
        {
            var read = await output.ReadAsync(buffer.AsMemory(held), cancellationToken);
            if (read == 0)
                return pages;
            var used = TakeLines(buffer.AsSpan(0, held + read));
            held = held + read - used;
            buffer.AsSpan(used, held).CopyTo(buffer);
            if (held == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
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
            TakeWord(line);
        else if (line.StartsWith("</line>"u8) && words.Count > 0)
            EndLine();
        else if (line.StartsWith("<page "u8))
            StartPage(line);
    }

    private void StartPage(ReadOnlySpan<byte> line)
    {
        if (pages.Count == options.MaxPages)
            throw Fault.TooLarge("pages", options.MaxPages);
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
            return;
        var text = Encoding.UTF8.GetString(line[start..end]);
        if (text.Contains('&'))
            text = WebUtility.HtmlDecode(text);
        text = TextCleaner.Clean(text);
        if (!string.IsNullOrWhiteSpace(text))
            words.Add(new PdfWord(text, Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1)));
    }

    private static float Number(ref ReadOnlySpan<byte> line)
    {
        line = line[(line.IndexOf((byte)'"') + 1)..];
        if (!Utf8Parser.TryParse(line, out float number, out _) || !float.IsFinite(number))
            number = 0;
        line = line[(line.IndexOf((byte)'"') + 1)..];
        return number;
    }
}
