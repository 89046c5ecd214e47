using System.Buffers;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>Finds the blocks of plain text in one pass; a paragraph is cut out of the text only once its end is known.</summary>
internal sealed class PlainTextReader(ExtractionBuilder builder)
{
    private const int LeastUnderline = 3;
    private const int MostDigits = 3;

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

    /// <summary>Form feeds are page breaks; one at the end opens no page.</summary>
    private void EndPage(string text, int at)
    {
        Flush(text);
        builder.Pages += text.AsSpan(at).IsWhiteSpace() ? 0 : 1;
    }

    private void Take(string text, int at, int lineEnd)
    {
        var line = text.AsSpan(at, lineEnd - at).TrimEnd();
        // CR LF ends one line; it is not a blank line between paragraphs.
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

        if (line.IsEmpty || Indent(line) is not null)
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
        if (Indent(block) is { } indent)
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

    /// <summary>The indent of a list item (<c>-</c>, <c>*</c>, <c>•</c>, <c>12.</c>, <c>3)</c>, <c>a.</c>, <c>b)</c>); null when the text does not start with a mark, white space and words.</summary>
    private static int? Indent(ReadOnlySpan<char> text)
    {
        var mark = text.TrimStart();
        var length = MarkLength(mark);
        return length > 0 && length < mark.Length && char.IsWhiteSpace(mark[length]) && !mark[length..].IsWhiteSpace() ? text.Length - mark.Length : null;
    }

    private static int MarkLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is '-' or '*' or '•')
        {
            return Math.Min(text.Length, 1);
        }

        var name = char.IsAsciiLetter(text[0]) ? 1 : 0;
        while (name < Math.Min(text.Length, MostDigits) && char.IsDigit(text[0]) && char.IsDigit(text[name]))
        {
            name++;
        }

        return name > 0 && name < text.Length && text[name] is '.' or ')' ? name + 1 : 0;
    }
}
