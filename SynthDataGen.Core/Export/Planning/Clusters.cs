namespace SynthDataGen.Core.Export.Planning;

/// <summary>Keeps pairs that are worded alike from standing twice in an export, or on two sides of its split.</summary>
internal static class Clusters
{
    /// <summary>Of each cluster the first pair stays.</summary>
    public static void LeaveOutDuplicates(IReadOnlyList<Candidate> candidates, Placement[] placements)
    {
        var seen = new HashSet<Guid>();
        foreach (var (place, cluster) in Members(candidates, placements))
        {
            if (!seen.Add(cluster))
            {
                placements[place] = Placement.Out(LeaveOut.Duplicate);
            }
        }
    }

    /// <summary>A cluster stands in the part of its first pair; those of its pairs whose documents are in another part are left out.</summary>
    public static void LeaveOutLeaks(IReadOnlyList<Candidate> candidates, Placement[] placements)
    {
        var parts = new Dictionary<Guid, Part>();
        foreach (var (place, cluster) in Members(candidates, placements))
        {
            var part = placements[place].Part!.Value;
            if (!parts.TryAdd(cluster, part) && parts[cluster] != part)
            {
                placements[place] = Placement.Out(LeaveOut.Leak);
            }
        }
    }

    /// <summary>The pairs, not left out, that belong to clusters of several, with their clusters; most pairs are alone, and nothing is kept of those.</summary>
    public static IEnumerable<(int Place, Guid Cluster)> Members(IReadOnlyList<Candidate> candidates, IReadOnlyList<Placement> placements)
    {
        var several = candidates.Where(candidate => candidate.ClusterId is not null).Select(candidate => candidate.ClusterId!.Value).ToHashSet();
        for (var i = 0; i < candidates.Count; i++)
        {
            var cluster = candidates[i].ClusterId ?? candidates[i].Id;
            if (placements[i].IsIn && several.Contains(cluster))
            {
                yield return (i, cluster);
            }
        }
    }
}
