using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>Tells which blocks of a document are boilerplate. A block that is in doubt is none: what is labelled, no generator gets to see.</summary>
internal static class BoilerplateMarks
{
    /// <summary>A kind for each block; null where the block is the document's own text.</summary>
    public static ChunkKind?[] Of(DocumentText document)
    {
        var marks = new ChunkKind?[document.Blocks.Count];
        ContentsRule.Mark(document, new SectionTitles(document), marks);
        LicenceRule.Mark(document, marks);
        SectionRules.Mark(document, marks);
        MarkHeadings(document.Blocks, marks);
        return marks;
    }

    /// <summary>A heading goes with what follows it.</summary>
    private static void MarkHeadings(IReadOnlyList<PlacedBlock> blocks, ChunkKind?[] marks)
    {
        for (var i = blocks.Count - 2; i >= 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Heading)
            {
                marks[i] = marks[i + 1];
            }
        }
    }
}
