using System.Text;
using SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Pdf.Tables;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Turns pages of lines into blocks in reading order.</summary>
internal sealed class PdfBlocks(ExtractionBuilder builder)
{
    private PdfMetrics metrics = null!;
    private PdfCode code = null!;
    private PdfHeadings headings = null!;
    private Footnotes footnotes = null!;
    private PdfText text = null!;
    private IReadOnlyList<PdfRow> rows = [];

    public void Read(IReadOnlyList<PdfPage> pages, IReadOnlyList<Bookmark> bookmarks, CancellationToken cancellationToken)
    {
        rows = PageLayout.Read(pages, cancellationToken);
        metrics = new PdfMetrics(rows);
        var bookmarked = new BookmarkedRows(rows, bookmarks, cancellationToken);
        code = new PdfCode(rows, metrics, bookmarked.Has);
        headings = new PdfHeadings(rows, metrics, code.Is, bookmarked);
        var tables = new PdfTables(rows, metrics, i => ContentsLine.Is(rows, i) || PdfText.IsCaption(rows[i].Text) || headings.IsHeading(i));
        text = new PdfText(rows, builder);
        footnotes = new Footnotes(rows, metrics);
        for (var i = 0; i < rows.Count; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!bookmarked.Has(i) && ContentsLine.Is(rows, i))
            {
                i = AddContentsLine(i);
            }
            else if (code.Is(i))
            {
                i = AddCode(i);
            }
            else if (headings.IsHeading(i))
            {
                i = AddHeading(i);
            }
            else if (tables.End(i) is var end && end > i)
            {
                i = AddTable(tables, i, end);
            }
            else
            {
                i = AddParagraph(i, rows.Count);
            }
        }
    }

    private int AddContentsLine(int i)
    {
        var (line, dots) = ContentsLine.Split(rows[i]);
        builder.Add(BlockKind.ListItem, TextCleaner.Collapse(line), rows[i].Page, 1);
        builder.LeaveOut("dot-leader", dots);
        return i + 1;
    }

    private int AddHeading(int start)
    {
        var title = new StringBuilder(rows[start].Text);
        var end = start + 1;
        while (end < rows.Count && end - start < 4 && headings.IsHeading(end) && headings.GoesOn(end))
        {
            title.Append(' ').Append(rows[end++].Text);
        }

        builder.Add(BlockKind.Heading, title.ToString(), rows[start].Page, headings.Level(start, end));
        return end;
    }

    /// <summary>Adds a table with its continuations on the next pages: in the same columns, under the same head or none.</summary>
    private int AddTable(PdfTables tables, int start, int end)
    {
        var columns = tables.Columns(start, end);
        var table = tables.Read(start, end, columns);
        List<PageBreak>? breaks = null;
        while (end < rows.Count && rows[end].Page == rows[end - 1].Page + 1 && tables.End(end) is var next && next > end && tables.Columns(end, next).Match(columns))
        {
            var part = tables.Read(end, next, columns);
            if (part[0].SequenceEqual(table[0], StringComparer.Ordinal))
            {
                builder.LeaveOut("repeated-table-header", string.Concat(part[0]));
                part.RemoveAt(0);
            }

            (breaks ??= []).Add(new PageBreak(MarkdownTable.Render(table).Length + 1, rows[end].Page));
            table.AddRange(part);
            end = next;
        }
        builder.Add(BlockKind.Table, MarkdownTable.Render(table), rows[start].Page, 0, breaks);
        return end;
    }

    private int AddCode(int start)
    {
        var end = code.End(start);
        builder.Add(BlockKind.Code, code.Read(start, end), rows[start].Page, 0);
        return end;
    }

    /// <summary>Adds a paragraph, followed by the footnotes between its parts on two pages.</summary>
    private int AddParagraph(int start, int until)
    {
        var paragraph = new StringBuilder();
        List<PageBreak>? breaks = null;
        List<(int Start, int End)>? notes = null;
        var (before, i) = (start, start);
        do
        {
            text.Append(paragraph, i == start ? FirstRow(rows[i]) : rows[i].Text);
            if (rows[i].Page != rows[before].Page)
            {
                (breaks ??= []).Add(new PageBreak(paragraph.Length - rows[i].Text.Length, rows[i].Page));
            }

            before = i++;
            if (footnotes.End(i) is var end && end > i && end < until && GoesOn(start, before, end))
            {
                (notes ??= []).Add((i, end));
                i = end;
            }
        } while (i < until && GoesOn(start, before, i));
        var kind = rows[start].Marker is not null ? BlockKind.ListItem : PdfText.IsCaption(paragraph.ToString(0, Math.Min(paragraph.Length, 40))) ? BlockKind.Caption : BlockKind.Paragraph;
        builder.Add(kind, paragraph.ToString(), rows[start].Page, kind == BlockKind.ListItem ? ListLevel(start) : 0, breaks);
        AddFootnotes(notes ?? []);
        return i;
    }

    private void AddFootnotes(List<(int Start, int End)> notes)
    {
        foreach (var (start, end) in notes)
        {
            for (var i = start; i < end; i = AddParagraph(i, end)) { }
        }
    }

    private static string FirstRow(PdfRow row) =>
        row.Marker is { } marker ? $"{marker} {PdfWord.Join(row.Words.AsSpan(1))}" : row.Text;

    /// <summary>Whether the row continues the paragraph from its start and last row.</summary>
    private bool GoesOn(int start, int last, int i)
    {
        var (row, before) = (rows[i], rows[last]);
        if (row.Marker is not null || code.Is(i) || footnotes.IsFirst(i) || Math.Abs(row.Height - before.Height) > 0.15f * before.Height)
        {
            return false;
        }

        if (headings.IsHeading(i) || ContentsLine.Is(rows, i) || (row.Cells.Count > 2 && before.Cells.Count <= 1))
        {
            return false;
        }

        if (row.Column != before.Column)
        {
            return FlowsOver(before, row);
        }

        if (row.Y0 - before.Y0 > 1.25f * metrics.Leading * Math.Max(1, row.Height / metrics.BodyHeight) || metrics.EndsEarly(before, row))
        {
            return false;
        }

        var indent = row.X0 - (last == start ? before.TextX0 : before.X0);
        if (row.RightToLeft || before.RightToLeft)
        {
            return true;
        }

        return last == start ? indent < 0.8f * row.Height || Hangs(before, row) : Math.Abs(indent) < 0.8f * row.Height;
    }

    /// <summary>Whether it is a label with its text: the lines below start where the first one's second word does.</summary>
    private static bool Hangs(PdfRow first, PdfRow row) => first.Words.Length > 1 && Math.Abs(first.Words[1].X0 - row.X0) < 2;

    /// <summary>Whether text continues in the next column or on the next page: it stops mid-sentence at a full line.</summary>
    private bool FlowsOver(PdfRow before, PdfRow row)
    {
        if (row.Page > before.Page + 1 || metrics.EndsEarly(before, row))
        {
            return false;
        }

        var last = before.Text[^1];
        return PdfText.IsHyphen(last) || char.IsLower(row.Text[0]) || last == ',' || Script.IsUnspaced(last);
    }

    /// <summary>An item's nesting: one more than the nearest item above that starts clearly further left.</summary>
    private int ListLevel(int i)
    {
        var (level, x) = (1, rows[i].X0);
        for (var above = i - 1; above >= 0 && i - above < 60 && rows[above].Page == rows[i].Page && rows[above].Column == rows[i].Column; above--)
        {
            if (rows[above].Marker is null && rows[above].X0 < x - rows[i].Height && rows[above].Height < 0.9f * metrics.BodyHeight)
            {
                break;
            }

            if (rows[above].Marker is not null && rows[above].X0 < x - 0.6f * rows[i].Height)
            {
                (level, x) = (level + 1, rows[above].X0);
            }
        }
        return Math.Min(level, 6);
    }
}
