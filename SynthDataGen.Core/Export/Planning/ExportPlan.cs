using System.Runtime.InteropServices;

namespace SynthDataGen.Core.Export.Planning;

/// <summary>The part of a pair that planning needs. A million of them are in memory at the same time.</summary>
/// <param name="Id">The pair.</param>
/// <param name="DocumentId">Its document.</param>
/// <param name="ClusterId">The first pair of its cluster; null: it is the first itself.</param>
/// <param name="Type">Its question type.</param>
/// <param name="Difficulty">Its difficulty; null: unknown.</param>
/// <param name="Benchmark">The index, in the settings' benchmarks, of the one that it repeats; null: none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Candidate(Guid Id, Guid DocumentId, Guid? ClusterId, string Type, string? Difficulty, int? Benchmark = null);

/// <summary>Why a pair that fits the filter is left out.</summary>
public enum LeaveOutReason : byte
{
    /// <summary>It is worded like an exported one.</summary>
    Duplicate,

    /// <summary>It is worded like one in another part.</summary>
    Leak,

    /// <summary>It repeats a benchmark.</summary>
    Contaminated,

    /// <summary>There are enough of its kind.</summary>
    Balance,

    /// <summary>The format cannot hold it; known only when it is written.</summary>
    NotExpressible,
}

/// <summary>What happens to a pair.</summary>
/// <param name="Part">The part that it is written to; null: it is left out.</param>
/// <param name="LeftOut">Why it is left out; null: it is not.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Placement(Part? Part, LeaveOutReason? LeftOut)
{
    /// <summary>Whether it is written.</summary>
    public bool IsIn => LeftOut is null;

    /// <summary>Left out for a reason.</summary>
    public static Placement Out(LeaveOutReason reason) => new(null, reason);
}

/// <summary>What happens to each pair that fits the filter, by its index among them.</summary>
public sealed class ExportPlan
{
    private readonly Placement[] placements;

    internal ExportPlan(Placement[] placements) => this.placements = placements;

    /// <summary>What happens to the pair at an index.</summary>
    public Placement this[int index] => placements[index];

    /// <summary>How many pairs fit the filter.</summary>
    public int Count => placements.Length;

    /// <summary>Plans an export of these pairs, which are in the order of writing. The plan depends only on the pairs, the settings and their seed.</summary>
    public static ExportPlan Of(IReadOnlyList<Candidate> candidates, ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(settings);
        return new(new PlacementRules(candidates, settings).Apply());
    }

    /// <summary>How many are written to a part.</summary>
    public long CountOf(Part part) => placements.LongCount(placement => placement.Part == part);

    /// <summary>How many are left out for a reason.</summary>
    public long CountOf(LeaveOutReason reason) => placements.LongCount(placement => placement.LeftOut == reason);
}
