using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>Counts how much of a text its chunks hold, in characters that are not white space.</summary>
public static class Coverage
{
    /// <summary>For each of these ordered spans, its non-space characters that the span before it does not hold.</summary>
    public static int[] Chunked(string text, IReadOnlyList<ChunkSpan> spans) =>
        [.. spans.Select((span, i) => NonSpace.Count(text.AsSpan((i == 0 ? span.Start : Math.Max(span.Start, spans[i - 1].End))..span.End)))];
}
