using System.Runtime.InteropServices;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>Packs a section's pieces into chunks of nearly equal size.</summary>
internal sealed class ChunkPacker(DocumentText document, ChunkOptions options)
{
    private static readonly int Kinds = Enum.GetValues<ChunkKind>().Length;
    private readonly List<ChunkSpan> chunks = [];
    private readonly List<string?> path = [];

    public IReadOnlyList<ChunkSpan> Chunks => chunks;

    /// <summary>Packs one section. Boilerplate is labelled as such, whatever its content.</summary>
    public void Pack(List<Piece> section, ChunkKind? boilerplate)
    {
        var room = options.MaxTokens - options.OverlapTokens;
        var total = section.Sum(piece => piece.Tokens);
        var target = total / Math.Max(1, (total - options.OverlapTokens + room - 1) / room);
        var (from, at, tokens, open) = (0, 0, 0, default(Opening));
        while (at < section.Count)
        {
            var unit = Unit.At(document.Text, section, at, room);
            if (at > from && (open.Tokens + tokens + unit.Tokens > options.MaxTokens || IsFull(section, at, tokens, target)))
            {
                Add(section, from, at, open, boilerplate);
                open = Open(section, from, at);
                (from, tokens) = (at, 0);
            }

            tokens += unit.Tokens;
            at = unit.To;
        }

        if (from < section.Count)
        {
            Add(section, from, section.Count, open, boilerplate);
        }
    }

    /// <summary>What the chunk that continues with the piece <paramref name="at"/> repeats of the one before it.</summary>
    private Opening Open(List<Piece> section, int from, int at)
    {
        var overlap = Overlap.Before(document.Text, section, from, at, options.OverlapTokens);
        var head = section[at].Head is { } known && known.Start < overlap.Start ? known : null;
        return new(overlap, head);
    }

    /// <summary>Close to the even share, a chunk ends where a block does.</summary>
    private static bool IsFull(List<Piece> section, int i, int tokens, int target) =>
        tokens >= target && section[i].Block != section[i - 1].Block;

    private void Add(List<Piece> section, int from, int end, Opening open, ChunkKind? boilerplate)
    {
        var (start, stop) = (open.Overlap.Tokens > 0 ? open.Overlap.Start : section[from].Start, section[end - 1].End);
        var weights = new int[Kinds];
        var (tokens, hasParts) = (open.Tokens, false);
        var inHead = true;
        IReadOnlyList<string>? headings = null;
        for (var i = from; i < end; i++)
        {
            var block = section[i].Block;
            tokens += section[i].Tokens;
            hasParts |= section[i].IsPart;
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
        // Pieces end where tokens do, so that their counts add up; only parts of a word may not.
        tokens = hasParts ? (open.Head?.Tokens ?? 0) + TokenEstimator.Count(document.Text.AsSpan(start..stop)) : tokens;
        var header = open.Head is { } head ? new TextSpan(head.Start, head.End) : null;
        chunks.Add(new ChunkSpan(
            start, stop, tokens, headings, PageSpans.At(document.Pages, start), PageSpans.At(document.Pages, stop - 1), kind, header, open.Tokens));
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

    /// <summary>What a chunk repeats of the one before it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Opening(Overlap Overlap, TableHead? Head)
    {
        public int Tokens => Overlap.Tokens + (Head?.Tokens ?? 0);
    }
}
