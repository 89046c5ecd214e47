using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>Packs a section's pieces into chunks of nearly equal size.</summary>
internal sealed class ChunkPacker(DocumentText document, ChunkOptions options)
{
    private static readonly int Kinds = Enum.GetValues<ChunkKind>().Length;
    private readonly List<ChunkSpan> chunks = [];
    private readonly List<string?> path = [];

    public IReadOnlyList<ChunkSpan> Chunks => chunks;

    public void Pack(List<Piece> section)
    {
        var total = section.Sum(piece => piece.Tokens);
        var target = total / Math.Max(1, (total + options.MaxTokens - 1) / options.MaxTokens);
        var (from, tokens) = (0, 0);
        for (var i = 0; i < section.Count; i++)
        {
            var end = i;
            if (tokens + section[i].Tokens > options.MaxTokens)
                end = BeforeHeadings(section, from, i);
            if (i > from && (tokens + section[i].Tokens > options.MaxTokens || IsFull(section, i, tokens, target)))
            {
                Add(section, from, end);
                from = end;
                tokens = 0;
                for (var kept = from; kept < i; kept++)
                    tokens += section[kept].Tokens;
                // Headings carried over can still be too much with this piece: then they stand alone after all.
                if (tokens > 0 && tokens + section[i].Tokens > options.MaxTokens)
                {
                    Add(section, from, i);
                    (from, tokens) = (i, 0);
                }
            }
            tokens += section[i].Tokens;
        }
        if (from < section.Count)
            Add(section, from, section.Count);
    }

    /// <summary>Close to the even share, a chunk ends where a block does, unless that block is a heading.</summary>
    private static bool IsFull(List<Piece> section, int i, int tokens, int target) =>
        tokens >= target && section[i].Block != section[i - 1].Block && section[i - 1].Block.Kind != BlockKind.Heading;

    private static int BeforeHeadings(List<Piece> section, int from, int i)
    {
        var end = i;
        while (end > from && section[end - 1].Block.Kind == BlockKind.Heading)
            end--;
        return end > from ? end : i;
    }

    private void Add(List<Piece> section, int from, int end)
    {
        var (first, last) = (section[from], section[end - 1]);
        var weights = new int[Kinds];
        var tokens = 0;
        var inHead = true;
        IReadOnlyList<string>? headings = null;
        for (var i = from; i < end; i++)
        {
            var block = section[i].Block;
            // The same as the count of the whole: pieces end where tokens do, and white space between them counts nothing.
            tokens += section[i].Tokens;
            weights[(int)KindOf(block.Kind)] += block.Kind == BlockKind.Heading ? 0 : section[i].Tokens;
            inHead &= block.Kind == BlockKind.Heading;
            if (!inHead)
                headings ??= [.. path.OfType<string>()];
            if (block.Kind == BlockKind.Heading && section[i].Start == block.Start)
                Enter(block);
        }
        headings ??= [.. path.OfType<string>()];
        var kind = (ChunkKind)Array.IndexOf(weights, weights.Max());
        chunks.Add(new ChunkSpan(first.Start, last.End, tokens, headings, first.Block.Page, last.Block.Page, kind));
    }

    private void Enter(PlacedBlock heading)
    {
        var depth = Math.Clamp(heading.Level, 1, 6) - 1;
        if (path.Count > depth)
            path.RemoveRange(depth, path.Count - depth);
        while (path.Count < depth)
            path.Add(null);
        path.Add(document.Text[heading.Start..heading.End]);
    }

    private static ChunkKind KindOf(BlockKind kind) => kind switch
    {
        BlockKind.ListItem => ChunkKind.List,
        BlockKind.Table => ChunkKind.Table,
        BlockKind.Code => ChunkKind.Code,
        _ => ChunkKind.Text,
    };
}
