using System.Buffers;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Finds the blocks of plain text in one pass; a paragraph is cut out of the text only once its end is known.</summary>
internal sealed class PlainTextReader(ExtractionBuilder builder)
{
    private const int LeastUnderline = 3;

    private static readonly SearchValues<char> RareLineEnds = SearchValues.Create("\u0085\u2028\u2029");

    private int start, end, lines;
    private bool ragged;

    public void Read(string text, CancellationToken cancellationToken)
    {
        if (text.AsSpan().ContainsAny(RareLineEnds))
        {
            text = text.Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n');
        }

        for (var at = 0; at < text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = text.AsSpan(at).IndexOfAny('\n', '\r', '\f');
            var lineEnd = length < 0 ? text.Length : at + length;
            Take(text, at, lineEnd);
            at = lineEnd + 1;
            if (lineEnd < text.Length && text[lineEnd] == '\f')
            {
                EndPage(text, at);
            }
        }

        Flush(text);
    }

    /// <summary>A form feed is what text files have for a page break; the one at the end opens no page.</summary>
    private void EndPage(string text, int at)
    {
        Flush(text);
        builder.Pages += text.AsSpan(at).IsWhiteSpace() ? 0 : 1;
    }

    private void Take(string text, int at, int lineEnd)
    {
        var line = text.AsSpan(at, lineEnd - at).TrimEnd();
        // A carriage return before its line feed is no line of its own, nor is it the blank one between paragraphs.
        if (line.IsEmpty && at > 0 && at == lineEnd && at < text.Length && text[at] == '\n' && text[at - 1] == '\r')
        {
            return;
        }

        if (lines == 1 && IsUnderline(line))
        {
            builder.Add(BlockKind.Heading, text[start..end], line[0] == '=' ? 1 : 2);
            builder.LeaveOut("underline", line.ToString());
            lines = 0;
            return;
        }

        if (line.IsEmpty || ItemMark.Indent(line) is not null)
        {
            Flush(text);
        }

        if (!line.IsEmpty)
        {
            Append(at, at + line.Length);
        }
    }

    private void Append(int lineStart, int lineEnd)
    {
        // More than a line feed between two lines: white space to leave out, or another kind of line end.
        ragged |= lines > 0 && lineStart != end + 1;
        start = lines == 0 ? lineStart : start;
        (end, lines) = (lineEnd, lines + 1);
    }

    private void Flush(string text)
    {
        if (lines == 0)
        {
            return;
        }

        var block = ragged ? Lines(text.AsSpan(start, end - start)) : text[start..end];
        if (ItemMark.Indent(block) is { } indent)
        {
            builder.Add(BlockKind.ListItem, block, 1 + Math.Min(indent / 2, 5));
        }
        else
        {
            builder.Add(BlockKind.Paragraph, block);
        }

        (lines, ragged) = (0, false);
    }

    private static string Lines(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var line in text.EnumerateLines())
        {
            clean.Append(clean.Length > 0 ? "\n" : "").Append(line.TrimEnd());
        }

        return clean.ToString();
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) => line.Length >= LeastUnderline && line[0] is '=' or '-' && !line.ContainsAnyExcept(line[0]);
}
