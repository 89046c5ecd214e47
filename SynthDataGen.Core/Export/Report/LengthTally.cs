namespace SynthDataGen.Core.Export.Report;

/// <summary>How many texts have how many words.</summary>
public sealed class LengthTally
{
    private static readonly int[] Bounds = [5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300];

    /// <summary>Texts by number of words; the last entry holds all longer ones.</summary>
    private readonly long[] counts = new long[2_001];

    public void Add(int words) => counts[Math.Min(words, counts.Length - 1)]++;

    /// <summary>Texts by stretches of length, from the shortest to the longest that there is.</summary>
    public IReadOnlyList<(string Words, long Count)> Stretches
    {
        get
        {
            int[] bounds = [0, .. Bounds, int.MaxValue];
            var all = Enumerable.Range(1, bounds.Length - 1).Select(i => (Words: NameOf(bounds[i - 1], bounds[i]), Count: Between(bounds[i - 1], bounds[i]))).ToList();
            return [.. all.SkipWhile(stretch => stretch.Count == 0).Reverse().SkipWhile(stretch => stretch.Count == 0).Reverse()];
        }
    }

    /// <summary>The number of words that this share of the texts, 0–1, does not go beyond.</summary>
    public int Quantile(double share)
    {
        var (wanted, sum) = (share * counts.Sum(), 0L);
        for (var words = 0; words < counts.Length; words++)
        {
            sum += counts[words];
            if (sum >= wanted && sum > 0)
            {
                return words;
            }
        }

        return 0;
    }

    private static string NameOf(int above, int upTo) => upTo == int.MaxValue ? $"more than {above}" : $"{(above == 0 ? 0 : above + 1)}–{upTo}";

    private long Between(int above, int upTo) => counts.Where((_, words) => (words > above || above == 0) && words <= upTo).Sum();
}
