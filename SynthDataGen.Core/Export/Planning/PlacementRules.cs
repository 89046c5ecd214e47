namespace SynthDataGen.Core.Export.Planning;

/// <summary>The rules that decide whether a pair is exported and to which part, one after the other.</summary>
internal sealed class PlacementRules(IReadOnlyList<Candidate> candidates, ExportSettings settings)
{
    private readonly Placement[] placements = new Placement[candidates.Count];

    public Placement[] Apply()
    {
        LeaveOutContaminated();
        if (!settings.KeepDuplicates)
        {
            LeaveOutDuplicates();
        }

        Deal();
        if (settings.KeepDuplicates)
        {
            LeaveOutLeaks();
        }

        if (settings.Balance is { } balance)
        {
            LeaveOutSurplus(balance);
        }

        return placements;
    }

    private void LeaveOutContaminated()
    {
        for (var i = 0; i < placements.Length; i++)
        {
            if (candidates[i].Benchmark is not null)
            {
                placements[i] = Placement.Out(LeaveOutReason.Contaminated);
            }
        }
    }

    /// <summary>The first pair of each cluster stays.</summary>
    private void LeaveOutDuplicates()
    {
        var seen = new HashSet<Guid>();
        foreach (var (index, cluster) in ClusterMembers())
        {
            if (!seen.Add(cluster))
            {
                placements[index] = Placement.Out(LeaveOutReason.Duplicate);
            }
        }
    }

    /// <summary>Deals out the pairs by their documents.</summary>
    private void Deal()
    {
        for (var i = 0; i < placements.Length; i++)
        {
            if (placements[i].IsIn)
            {
                placements[i] = new(settings.Split?.PartOf(candidates[i].DocumentId, settings.Seed) ?? Part.Train, null);
            }
        }
    }

    /// <summary>A cluster goes to the part of its first pair; its pairs whose documents are in another part are left out.</summary>
    private void LeaveOutLeaks()
    {
        var parts = new Dictionary<Guid, Part>();
        foreach (var (index, cluster) in ClusterMembers())
        {
            var part = placements[index].Part!.Value;
            if (!parts.TryAdd(cluster, part) && parts[cluster] != part)
            {
                placements[index] = Placement.Out(LeaveOutReason.Leak);
            }
        }
    }

    /// <summary>Limits the pairs of each kind. The ids and the seed decide which ones stay.</summary>
    private void LeaveOutSurplus(Balance balance)
    {
        var kinds = Enumerable.Range(0, placements.Length).Where(i => placements[i].IsIn).ToLookup(i => KindOf(candidates[i], balance.By));
        var most = balance.Most ?? kinds.Select(kind => kind.Count()).DefaultIfEmpty(0).Min();
        foreach (var kind in kinds)
        {
            foreach (var index in kind.OrderBy(i => Chance.HashOf(candidates[i].Id, settings.Seed)).ThenBy(i => i).Skip(most))
            {
                placements[index] = Placement.Out(LeaveOutReason.Balance);
            }
        }
    }

    /// <summary>Pairs of unknown difficulty are a kind of their own.</summary>
    private static object KindOf(Candidate candidate, BalanceBy by) => by switch
    {
        BalanceBy.Type => candidate.Type,
        BalanceBy.Difficulty => candidate.Difficulty ?? "",
        BalanceBy.Document => candidate.DocumentId,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There is no such kind."),
    };

    /// <summary>The remaining pairs that belong to clusters of several, with their clusters. Most pairs are alone, and nothing is kept of those.</summary>
    private IEnumerable<(int Index, Guid Cluster)> ClusterMembers()
    {
        var several = candidates.Select(candidate => candidate.ClusterId).OfType<Guid>().ToHashSet();
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
