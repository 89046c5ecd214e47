using System.Runtime.InteropServices;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>What a chunk repeats from the end of the one before it: text from <c>Start</c> up to the chunk's own first piece.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Overlap(int Start, int Tokens)
{
    /// <summary>
    /// As many whole sentences, rows or lines before the piece <paramref name="next"/> as fit, but never all of the chunk before
    /// it, which begins with <paramref name="from"/>. Nothing crosses a heading, and rows are repeated only before rows of the same table.
    /// </summary>
    public static Overlap Before(string text, List<Piece> section, int from, int next, int most)
    {
        var overlap = new Overlap(section[next].Start, 0);
        for (var i = next - 1; i >= from && most > 0 && MayRepeat(section[i], section[next]); i--)
        {
            var piece = section[i];
            if (i == from || overlap.Tokens + piece.Tokens > most)
            {
                return Tail(text, piece, section[next].Head, overlap, most);
            }

            overlap = new(piece.Start, overlap.Tokens + piece.Tokens);
        }

        return overlap;
    }

    private static bool MayRepeat(Piece piece, Piece next) =>
        !piece.IsPart && piece.Block.Kind != BlockKind.Heading && (piece.Block.Kind != BlockKind.Table || piece.Block == next.Block);

    /// <summary>Adds the last sentences, rows or lines of a piece that does not fit, but never its first one or a table's head.</summary>
    private static Overlap Tail(string text, Piece piece, TableHead? head, Overlap overlap, int most)
    {
        var starts = new List<int>();
        for (var at = Piece.PartEnd(text, piece.Block, piece.Start, piece.End); at < piece.End; at = Piece.PartEnd(text, piece.Block, at, piece.End))
        {
            while (char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= (head?.End ?? 0))
            {
                starts.Add(at);
            }
        }

        var (end, tokens) = (piece.End, overlap.Tokens);
        for (var i = starts.Count - 1; i >= 0 && tokens + TokenEstimator.Count(text.AsSpan(starts[i]..end)) is var more && more <= most; i--)
        {
            (end, tokens) = (starts[i], more);
        }

        return end < piece.End ? new(end, tokens) : overlap;
    }
}
