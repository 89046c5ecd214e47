namespace SynthDataGen.Core.Export.Planning;

/// <summary>Looks for the seed whose split comes nearest to its shares: whole documents are dealt out, and few of them fall unevenly.</summary>
public static class SeedSearch
{
    /// <summary>Most seeds that are tried.</summary>
    public const int MaxSeeds = 1_000;

    /// <summary>Most documents that are dealt out while searching; with many of them any seed comes near.</summary>
    private const int MaxDeals = 5_000_000;

    /// <summary>The seed, from 0, by the numbers of pairs; one that leaves no part empty before one that does.</summary>
    public static int Nearest(IReadOnlyList<Candidate> candidates, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Split is not { } split)
        {
            return settings.Seed;
        }

        var plan = ExportPlanner.Plan(candidates, settings with { Split = null });
        var documents = Enumerable.Range(0, plan.Count).Where(i => plan[i].IsIn).CountBy(i => candidates[i].DocumentId).ToArray();
        var seeds = Math.Clamp(MaxDeals / Math.Max(1, documents.Length), 1, MaxSeeds);
        return Enumerable.Range(0, seeds).MinBy(seed => Distance(documents, split, seed));
    }

    /// <summary>How many of a hundred pairs stand in another part than the shares ask for; a hundred more for each part that is empty and should not be.</summary>
    private static double Distance(KeyValuePair<Guid, int>[] documents, Split split, int seed)
    {
        var counts = new double[3];
        foreach (var (document, pairs) in documents)
        {
            counts[(int)Dealing.PartOf(document, split, seed)] += pairs;
        }

        var all = Math.Max(1, counts.Sum());
        double[] shares = [split.Train, split.Validation, split.Test];
        return Enumerable.Range(0, counts.Length).Sum(part => Math.Abs(100 * counts[part] / all - shares[part]) + (shares[part] > 0 && counts[part] == 0 ? 100 : 0));
    }
}
