namespace SynthDataGen.Core.Export.Planning;

/// <summary>Looks at a plan that is made, apart from how it was made: an export that leaks is not built.</summary>
public static class LeakCheck
{
    /// <summary>What stands in two parts, in a sentence; null: no document and no cluster does.</summary>
    public static string? FaultOf(IReadOnlyList<Candidate> candidates, ExportPlan plan)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(plan);
        var documents = new Dictionary<Guid, Part>();
        var clusters = new Dictionary<Guid, Part>();
        var several = candidates.Select(candidate => candidate.ClusterId).OfType<Guid>().ToHashSet();
        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].Part is not { } part)
            {
                continue;
            }

            var (document, cluster) = (candidates[i].DocumentId, candidates[i].ClusterId ?? candidates[i].Id);
            if (StandsElsewhere(documents, document, part))
            {
                return $"Pairs of document {document} would stand in two parts.";
            }

            if (several.Contains(cluster) && StandsElsewhere(clusters, cluster, part))
            {
                return $"Pairs that are worded like {cluster} would stand in two parts.";
            }
        }

        return null;
    }

    private static bool StandsElsewhere(Dictionary<Guid, Part> parts, Guid what, Part part) => !parts.TryAdd(what, part) && parts[what] != part;
}
