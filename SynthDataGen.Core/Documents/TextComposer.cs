namespace SynthDataGen.Core.Documents;

/// <summary>Joins an extraction's blocks into one text and keeps the place of each.</summary>
public static class TextComposer
{
    /// <summary>Composes the text: list items on lines of their own, a blank line between other blocks.</summary>
    public static DocumentText Compose(Extraction extraction)
    {
        var blocks = extraction.Blocks;
        var placed = new List<PlacedBlock>(blocks.Count);
        var outline = new List<OutlineEntry>();
        var pageStarts = new List<int>();
        var length = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var start = length + Separation(blocks, i) + Indent(block);
            length = start + block.Text.Length;
            StartPages(block.Page, start);
            foreach (var at in block.Breaks ?? [])
            {
                StartPages(at.Page, start + at.Offset);
            }

            placed.Add(new PlacedBlock(block.Kind, block.Level, start, length, block.Page));
            if (block.Kind == BlockKind.Heading)
            {
                outline.Add(new OutlineEntry(block.Text, Math.Clamp(block.Level, 1, 6), start, block.Page));
            }
        }

        StartPages(extraction.Pages, length);

        // Written in one go at its full length, so that a text of many megabytes is never held twice.
        return new DocumentText(string.Create(length, (blocks, placed), Write), placed, outline, Spans(pageStarts, length));

        // The page and empty pages before it start here, unless they have started already.
        void StartPages(int page, int start)
        {
            while (pageStarts.Count < Math.Min(page, extraction.Pages))
            {
                pageStarts.Add(start);
            }
        }
    }

    /// <summary>A span for every page, without gaps or overlaps; a page without text is empty.</summary>
    private static List<PageSpan> Spans(List<int> starts, int length) =>
        [.. starts.Select((start, i) => new PageSpan(i + 1, start, i + 1 < starts.Count ? starts[i + 1] : length))];

    private static void Write(Span<char> text, (IReadOnlyList<Block> Blocks, List<PlacedBlock> Placed) all)
    {
        var end = 0;
        for (var i = 0; i < all.Blocks.Count; i++)
        {
            var separation = Separation(all.Blocks, i);
            text.Slice(end, separation).Fill('\n');
            text[(end + separation)..all.Placed[i].Start].Fill(' ');
            all.Blocks[i].Text.CopyTo(text[all.Placed[i].Start..]);
            end = all.Placed[i].End;
        }
    }

    private static int Separation(IReadOnlyList<Block> blocks, int i) => i switch
    {
        0 => 0,
        _ when blocks[i].Kind == BlockKind.ListItem && blocks[i - 1].Kind == BlockKind.ListItem => 1,
        _ => 2,
    };

    private static int Indent(Block block) => block.Kind == BlockKind.ListItem ? 2 * Math.Clamp(block.Level - 1, 0, 8) : 0;
}
