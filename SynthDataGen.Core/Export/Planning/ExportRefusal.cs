namespace SynthDataGen.Core.Export.Planning;

/// <summary>Why an export is refused.</summary>
/// <param name="Code">empty-selection, empty-part, leak.</param>
/// <param name="Message">One or two sentences with a way out.</param>
public sealed record ExportRefusal(string Code, string Message)
{
    /// <summary>The refusal of a plan; null: it can be built.</summary>
    public static ExportRefusal? Of(IReadOnlyList<Candidate> candidates, ExportPlan plan, Split? split)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(plan);
        if (Enum.GetValues<Part>().All(part => plan.CountOf(part) == 0))
        {
            return new("empty-selection", plan.Count == 0
                ? "No pair fits: approve some first, or widen the filter."
                : $"Nothing is left to export: all {plan.Count} matching pairs are duplicates, repeat a benchmark or exceed the balance.");
        }

        if (LeakOf(candidates, plan) is { } leak)
        {
            return new("leak", leak);
        }

        return split is null ? null : Split.PartsOf(split).Where(part => plan.CountOf(part) == 0).Select(part => EmptyPart(candidates, split, part)).FirstOrDefault();
    }

    /// <summary>A document or a cluster in two parts, in a sentence; null: there is none. This check knows nothing of how the plan was made.</summary>
    internal static string? LeakOf(IReadOnlyList<Candidate> candidates, ExportPlan plan)
    {
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
            if (IsElsewhere(documents, document, part))
            {
                return $"Pairs of document {document} would be in two parts.";
            }

            if (several.Contains(cluster) && IsElsewhere(clusters, cluster, part))
            {
                return $"Pairs that are worded like {cluster} would be in two parts.";
            }
        }

        return null;
    }

    private static bool IsElsewhere(Dictionary<Guid, Part> parts, Guid id, Part part) => !parts.TryAdd(id, part) && parts[id] != part;

    private static ExportRefusal EmptyPart(IReadOnlyList<Candidate> candidates, Split split, Part part)
    {
        var documents = candidates.Select(candidate => candidate.DocumentId).Distinct().Count();
        var of = documents == 1 ? "one document, which cannot be divided" : $"{documents} documents gave it none";
        return new("empty-part", $"The {part.ToString().ToLowerInvariant()} part would be empty: {split.ShareOf(part)} % of {of}. Use another seed, a larger share or none for it, or more documents.");
    }
}
