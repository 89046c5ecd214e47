namespace SynthDataGen.Core.Export.Planning;

/// <summary>Finds the seed whose split comes closest to its shares. Because whole documents are dealt out, a few documents rarely match the shares.</summary>
public static class SeedSearch
{
    /// <summary>The most seeds to try.</summary>
    public const int MaxSeeds = 1_000;

    /// <summary>The most documents to deal out during a search; with many documents any seed comes close.</summary>
    private const int MaxDeals = 5_000_000;

    /// <summary>The best seed, from 0, by the numbers of pairs. Seeds that leave no part empty come first.</summary>
    public static int Nearest(IReadOnlyList<Candidate> candidates, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Split is not { } split)
        {
            return settings.Seed;
        }

        var plan = ExportPlan.Of(candidates, settings with { Split = null });
        var documents = Enumerable.Range(0, plan.Count).Where(i => plan[i].IsIn).CountBy(i => candidates[i].DocumentId).ToArray();
        var seeds = Math.Clamp(MaxDeals / Math.Max(1, documents.Length), 1, MaxSeeds);
        return Enumerable.Range(0, seeds).MinBy(seed => Distance(documents, split, seed));
    }

    /// <summary>The percentage of pairs that are in another part than the shares ask for, plus 100 for each part that is wrongly empty.</summary>
    private static double Distance(KeyValuePair<Guid, int>[] documents, Split split, int seed)
    {
        var counts = new double[3];
        foreach (var (document, pairs) in documents)
        {
            counts[(int)split.PartOf(document, seed)] += pairs;
        }

        var all = Math.Max(1, counts.Sum());
        double[] shares = [split.Train, split.Validation, split.Test];
        return Enumerable.Range(0, counts.Length).Sum(part => Math.Abs(100 * counts[part] / all - shares[part]) + (shares[part] > 0 && counts[part] == 0 ? 100 : 0));
    }
}
