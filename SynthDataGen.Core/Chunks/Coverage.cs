namespace SynthDataGen.Core.Chunks;

/// <summary>Counts what coverage is measured in: characters that are not white space.</summary>
public static class Coverage
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return count;
    }
}
