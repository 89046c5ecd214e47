using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>Packs a section's pieces into chunks of nearly equal size.</summary>
internal sealed class ChunkPacker(DocumentText document, ChunkOptions options)
{
    private static readonly int Kinds = Enum.GetValues<ChunkKind>().Length;
    private readonly List<ChunkSpan> chunks = [];
    private readonly List<string?> path = [];

    public IReadOnlyList<ChunkSpan> Chunks => chunks;

    /// <summary>Packs one section. What is marked as boilerplate is labelled as such, whatever it is made of.</summary>
    public void Pack(List<Piece> section, ChunkKind? boilerplate)
    {
        var total = section.Sum(piece => piece.Tokens);
        var target = total / Math.Max(1, (total + options.MaxTokens - 1) / options.MaxTokens);
        var (from, at, tokens) = (0, 0, 0);
        while (at < section.Count)
        {
            var unit = Units.At(document.Text, section, at, options.MaxTokens);
            if (at > from && (tokens + unit.Tokens > options.MaxTokens || IsFull(section, at, tokens, target)))
            {
                Add(section, from, at, boilerplate);
                (from, tokens) = (at, 0);
            }
            tokens += unit.Tokens;
            at = unit.To;
        }
        if (from < section.Count)
        {
            Add(section, from, section.Count, boilerplate);
        }
    }

    /// <summary>Close to the even share, a chunk ends where a block does.</summary>
    private static bool IsFull(List<Piece> section, int i, int tokens, int target) =>
        tokens >= target && section[i].Block != section[i - 1].Block;

    private void Add(List<Piece> section, int from, int end, ChunkKind? boilerplate)
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
            {
                headings ??= [.. path.OfType<string>()];
            }

            if (block.Kind == BlockKind.Heading && section[i].Start == block.Start)
            {
                Enter(block);
            }
        }
        headings ??= [.. path.OfType<string>()];
        var kind = boilerplate ?? (ChunkKind)Array.IndexOf(weights, weights.Max());
        chunks.Add(new ChunkSpan(first.Start, last.End, tokens, headings, PageSpans.At(document.Pages, first.Start), PageSpans.At(document.Pages, last.End - 1), kind));
    }

    private void Enter(PlacedBlock heading)
    {
        var depth = Math.Clamp(heading.Level, 1, 6) - 1;
        if (path.Count > depth)
        {
            path.RemoveRange(depth, path.Count - depth);
        }

        while (path.Count < depth)
        {
            path.Add(null);
        }

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
