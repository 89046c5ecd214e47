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
        var pages = new PageStarts(extraction.Pages);
        var length = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var start = length + Separation(blocks, i) + Indent(block);
            length = start + block.Text.Length;
            pages.Place(block, start);
            placed.Add(new PlacedBlock(block.Kind, block.Level, start, length, block.Page));
            if (block.Kind == BlockKind.Heading)
            {
                outline.Add(new OutlineEntry(block.Text, Math.Clamp(block.Level, 1, 6), start, block.Page));
            }
        }

        // Written at once in its full length, because a text of many megabytes is not to be held twice on the way.
        return new DocumentText(string.Create(length, (blocks, placed), Write), placed, outline, pages.Spans(length));
    }

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
