namespace SynthDataGen.Core.Generation.Checks.Duplicates;

/// <summary>A pair to compare, and its keys.</summary>
internal sealed record ComparedPair(Guid Id, Wording Wording, int[] Bands)
{
    public static ComparedPair Of(Guid workspaceId, Guid id, string question, string answer)
    {
        var wording = Wording.Of(question, answer);
        return new(id, wording, Checks.Duplicates.Bands.Of(workspaceId, wording));
    }
}

/// <summary>
/// Groups similarly worded pairs around the first of them. Others are compared only with firsts, so a chain of small
/// differences does not join dissimilar pairs, and a cluster of thousands costs one comparison.
/// </summary>
/// <param name="threshold">How similar a pair must be to a first to join it, 0–1.</param>
internal sealed class Clusters(double threshold)
{
    private readonly Dictionary<int, List<ComparedPair>> firsts = [];

    /// <summary>Adds the first of a cluster.</summary>
    public void AddFirst(ComparedPair first)
    {
        foreach (var band in first.Bands)
        {
            if (!firsts.TryGetValue(band, out var met))
            {
                firsts[band] = met = [];
            }

            met.Add(first);
        }
    }

    /// <summary>The first that a pair is most similar to, the oldest of several. If null, the pair becomes a first.</summary>
    public Guid? Join(ComparedPair pair)
    {
        var nearest = pair.Bands.SelectMany(band => firsts.GetValueOrDefault(band, [])).Distinct()
            .Select(first => (first.Id, Similarity: pair.Wording.SimilarityTo(first.Wording)))
            .Where(found => found.Similarity >= threshold)
            .OrderByDescending(found => found.Similarity).ThenBy(found => found.Id)
            .Select(found => (Guid?)found.Id)
            .FirstOrDefault();
        if (nearest is null)
        {
            AddFirst(pair);
        }

        return nearest;
    }
}
