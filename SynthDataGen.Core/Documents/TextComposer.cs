using System.Text;

namespace SynthDataGen.Core.Documents;

/// <summary>Joins an extraction's blocks into one text and keeps the place of each.</summary>
public static class TextComposer
{
    /// <summary>Composes the text: list items on lines of their own, a blank line between other blocks.</summary>
    public static DocumentText Compose(Extraction extraction)
    {
        var text = new StringBuilder(extraction.Blocks.Sum(block => block.Text.Length + 2));
        var placed = new List<PlacedBlock>(extraction.Blocks.Count);
        var outline = new List<OutlineEntry>();
        var pages = new PageStarts(extraction.Pages);
        Block? before = null;
        foreach (var block in extraction.Blocks)
        {
            Separate(text, before, block);
            var start = text.Length;
            text.Append(block.Text);
            pages.Place(block, start);
            placed.Add(new PlacedBlock(block.Kind, block.Level, start, text.Length, block.Page));
            if (block.Kind == BlockKind.Heading)
            {
                outline.Add(new OutlineEntry(block.Text, Math.Clamp(block.Level, 1, 6), start, block.Page));
            }

            before = block;
        }
        return new DocumentText(text.ToString(), placed, outline, pages.Spans(text.Length));
    }

    private static void Separate(StringBuilder text, Block? before, Block block)
    {
        var item = block.Kind == BlockKind.ListItem;
        if (before is not null)
        {
            text.Append(item && before.Kind == BlockKind.ListItem ? "\n" : "\n\n");
        }

        if (item)
        {
            text.Append(' ', 2 * Math.Clamp(block.Level - 1, 0, 8));
        }
    }
}
