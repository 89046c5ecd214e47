using SynthDataGen.Core.Chunks.Boilerplate;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>
/// Cuts a document's text into chunks along its structure. Every non-space character is in exactly one chunk,
/// in order, or in two where chunks overlap; no chunk exceeds the limit; a heading stays with what follows it, a list with its
/// lead-in; a chunk that begins inside a table knows the table's head; boilerplate is kept apart from the document's own text.
/// </summary>
public static class Chunker
{
    /// <exception cref="ArgumentException">The overlap is half the limit or more.</exception>
    public static IReadOnlyList<ChunkSpan> Split(DocumentText document, ChunkOptions options)
    {
        if (options.OverlapTokens * 2 >= options.MaxTokens)
        {
            throw new ArgumentException("The overlap must be less than half of the limit.", nameof(options));
        }

        var packer = new ChunkPacker(document, options);
        var marks = BoilerplateMarks.Of(document);
        var section = new List<Piece>();
        var room = options.MaxTokens - options.OverlapTokens;
        var hasBody = false;
        for (var i = 0; i < marks.Length; i++)
        {
            var block = document.Blocks[i];
            var isHeading = block.Kind == BlockKind.Heading;
            // A heading directly under a heading stays with it: a heading alone means nothing.
            if ((isHeading && hasBody && block.Level <= options.HeadingLevels) || (i > 0 && marks[i] != marks[i - 1]))
            {
                packer.Pack(section, marks[i - 1]);
                section.Clear();
                hasBody = false;
            }
            Piece.Cut(document.Text, block, room - (isHeading ? 0 : HeadingTokens(section, room)), section);
            hasBody |= !isHeading;
        }
        packer.Pack(section, marks.LastOrDefault());
        return packer.Chunks;
    }

    /// <summary>The tokens that the headings just before take of a chunk, up to half of it.</summary>
    private static int HeadingTokens(List<Piece> section, int room)
    {
        var tokens = 0;
        for (var i = section.Count - 1; i >= 0 && section[i].Block.Kind == BlockKind.Heading; i--)
        {
            tokens += section[i].Tokens;
        }

        return Math.Min(tokens, room / 2);
    }
}
