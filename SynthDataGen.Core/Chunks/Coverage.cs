namespace SynthDataGen.Core.Chunks;

/// <summary>Counts how much of a text its chunks hold, in characters that are not white space.</summary>
public static class Coverage
{
    /// <summary>Characters of the text that are not white space.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                count++;
            }
        }
        return count;
    }

    /// <summary>Characters of the text, not white space, that stand in these spans.</summary>
    public static int Chunked(string text, IEnumerable<ChunkSpan> spans) => spans.Sum(span => Count(text.AsSpan(span.Start, span.End - span.Start)));
}
