namespace SynthDataGen.Core.Documents;

/// <summary>Characters that are not white space: what coverage counts.</summary>
public static class NonSpace
{
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
}
