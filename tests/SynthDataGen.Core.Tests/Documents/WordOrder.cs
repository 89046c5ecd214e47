namespace SynthDataGen.Core.Tests.Documents;

/// <summary>How much of some words is found in others, and how much of it in the same order (the longest common sequence).</summary>
internal static class WordOrder
{
    public static (double Recall, double Order) Compare(List<string> expected, List<string> actual)
    {
        var have = actual.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var found = expected.CountBy(word => word, StringComparer.Ordinal).Sum(entry => Math.Min(entry.Value, have.GetValueOrDefault(entry.Key)));
        return ((double)found / expected.Count, (double)Common(expected, actual) / expected.Count);
    }

    private static int Common(List<string> expected, List<string> actual)
    {
        var before = new int[actual.Count + 1];
        foreach (var word in expected)
        {
            var row = new int[actual.Count + 1];
            for (var i = 0; i < actual.Count; i++)
            {
                row[i + 1] = word == actual[i] ? before[i] + 1 : Math.Max(before[i + 1], row[i]);
            }

            before = row;
        }
        return before[^1];
    }
}
