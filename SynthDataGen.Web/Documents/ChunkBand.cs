using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Documents;

/// <summary>A stretch of shown text: a chunk, or the text between two chunks.</summary>
public sealed record ChunkBand(int Start, int End, Chunk? Chunk)
{
    public int? Ordinal => Chunk?.Ordinal;

    /// <summary>The window cut into bands, without gaps or overlaps.</summary>
    public static IReadOnlyList<ChunkBand> Over(int length, IReadOnlyList<Chunk> chunks, int from, int to)
    {
        var bands = new List<ChunkBand>();
        var at = Math.Clamp(from, 0, length);
        to = Math.Clamp(to, at, length);
        foreach (var chunk in chunks.Where(chunk => chunk.End > from && chunk.Start < to).OrderBy(chunk => chunk.Start))
        {
            if (chunk.Start > at)
            {
                bands.Add(new(at, chunk.Start, null));
                at = chunk.Start;
            }

            var end = Math.Min(chunk.End, to);
            if (end > at)
            {
                bands.Add(new(at, end, chunk));
                at = end;
            }
        }

        if (at < to)
        {
            bands.Add(new(at, to, null));
        }

        return bands;
    }
}
