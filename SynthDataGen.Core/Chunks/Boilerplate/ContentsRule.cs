using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>Recognises tables of contents: runs of lines that name a heading of the document, or lines with a page number under a contents heading.</summary>
internal static class ContentsRule
{
    private const int FewestLines = 4;

    /// <summary>Most blocks between two entries that belong to a long one.</summary>
    private const int WidestGap = 2;
    private const int LongestLine = 300;

    public static void Mark(DocumentText document, SectionTitles titles, ChunkKind?[] marks)
    {
        var announced = false;
        int? first = null;
        var (last, lines) = (0, 0);
        for (var i = 0; i <= marks.Length; i++)
        {
            var isHeading = i < marks.Length && document.Blocks[i].Kind == BlockKind.Heading;
            if (first is { } start && (i == marks.Length || isHeading || i - last > WidestGap + 1))
            {
                Mark(marks, start, last, lines);
                (first, lines) = (null, 0);
            }

            if (i == marks.Length)
            {
                break;
            }

            var text = document.Text.AsSpan(document.Blocks[i].Start..document.Blocks[i].End);
            if (isHeading)
            {
                announced = SectionTitles.Announced(text) == ChunkKind.Contents;
            }
            else if (Entries(text, titles, announced) is var entries and > 0)
            {
                first ??= i;
                last = i;
                lines += entries;
            }
        }
    }

    private static void Mark(ChunkKind?[] marks, int first, int last, int lines)
    {
        if (lines >= FewestLines)
        {
            marks.AsSpan(first..(last + 1)).Fill(ChunkKind.Contents);
        }
    }

    /// <summary>The number of entries in the block; 0 if any line is not an entry.</summary>
    private static int Entries(ReadOnlySpan<char> block, SectionTitles titles, bool announced)
    {
        var count = 0;
        foreach (var line in block.EnumerateLines())
        {
            var entry = line.Trim("|-*• \t");
            if (line.Length > LongestLine || (!entry.IsEmpty && !IsEntry(entry, titles, announced)))
            {
                return 0;
            }

            count += entry.IsEmpty ? 0 : 1;
        }

        return count;
    }

    private static bool IsEntry(ReadOnlySpan<char> line, SectionTitles titles, bool announced)
    {
        var title = line.TrimEnd("0123456789");
        var hasPage = line.Length - title.Length is > 0 and <= 4 && title.Length > 0 && title[^1] is ' ' or '\t' or '|' or '.';
        if (!hasPage)
        {
            return announced && titles.IsHeading(line);
        }

        return announced || titles.IsHeading(title.TrimEnd(" .…·_|\t"));
    }
}
