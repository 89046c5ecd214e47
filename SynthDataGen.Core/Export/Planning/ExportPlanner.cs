namespace SynthDataGen.Core.Export.Planning;

/// <summary>Says of each pair that fits the filter whether it is exported and to which part.</summary>
public static class ExportPlanner
{
    /// <summary>Plans an export of these pairs, which stand in the order in which they are written.</summary>
    public static ExportPlan Plan(IReadOnlyList<Candidate> candidates, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(settings);
        return new([.. candidates.Select(_ => new Placement(Part.Train, null))]);
    }
}
