namespace SynthDataGen.Core.Export.Planning;

/// <summary>Why an export is not built.</summary>
/// <param name="Code">empty-selection, empty-part, leak.</param>
/// <param name="Message">A sentence or two that say what to do.</param>
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
                : $"Nothing is left to export: all pairs that fit ({plan.Count}) are duplicates, repeat a benchmark or are beyond the balance.");
        }

        if (LeakCheck.FaultOf(candidates, plan) is { } leak)
        {
            return new("leak", leak);
        }

        return split is null ? null : SplitParts.Of(split).Where(part => plan.CountOf(part) == 0).Select(part => EmptyPart(candidates, split, part)).FirstOrDefault();
    }

    private static ExportRefusal EmptyPart(IReadOnlyList<Candidate> candidates, Split split, Part part)
    {
        var documents = candidates.Select(candidate => candidate.DocumentId).Distinct().Count();
        var of = documents == 1 ? "one document, which cannot be divided" : $"{documents} documents came to none";
        return new("empty-part", $"The {part.ToString().ToLowerInvariant()} part would be empty: {SplitParts.ShareOf(split, part)} % of {of}. Take another seed, a larger share or none for it, or more documents.");
    }
}
