namespace SynthDataGen.Core.Export.Planning;

/// <summary>Says of each pair that fits the filter whether it is exported and to which part.</summary>
public static class ExportPlanner
{
    /// <summary>
    /// Plans an export of these pairs, which stand in the order in which they are written. What becomes of a pair depends on nothing but the
    /// pairs, the settings and their seed.
    /// </summary>
    public static ExportPlan Plan(IReadOnlyList<Candidate> candidates, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(settings);
        var placements = new Placement[candidates.Count];
        LeaveOutContaminated(candidates, placements);
        if (!settings.KeepDuplicates)
        {
            Clusters.LeaveOutDuplicates(candidates, placements);
        }

        Dealing.Deal(candidates, placements, settings.Split, settings.Seed);
        if (settings.KeepDuplicates)
        {
            Clusters.LeaveOutLeaks(candidates, placements);
        }

        if (settings.Balance is { } balance)
        {
            Balancing.LeaveOut(candidates, placements, balance, settings.Seed);
        }

        return new(placements);
    }

    private static void LeaveOutContaminated(IReadOnlyList<Candidate> candidates, Placement[] placements)
    {
        for (var i = 0; i < placements.Length; i++)
        {
            if (candidates[i].Benchmark is not null)
            {
                placements[i] = Placement.Out(LeaveOut.Contaminated);
            }
        }
    }
}
