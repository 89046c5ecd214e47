using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks.Boilerplate;

/// <summary>Marks a document's boilerplate blocks. A doubtful block is not marked, because no generator sees boilerplate.</summary>
internal static class BoilerplateMarks
{
    /// <summary>A kind for each block; null for the document's own text.</summary>
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
