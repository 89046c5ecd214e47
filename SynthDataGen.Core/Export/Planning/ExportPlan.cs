using System.Runtime.InteropServices;

namespace SynthDataGen.Core.Export.Planning;

/// <summary>Why a pair that fits the filter is not exported.</summary>
public enum LeaveOut : byte
{
    /// <summary>Worded like one that is in.</summary>
    Duplicate,

    /// <summary>Worded like one that is in another part.</summary>
    Leak,

    /// <summary>It repeats a benchmark.</summary>
    Contaminated,

    /// <summary>More of its kind than were asked for.</summary>
    Balance,

    /// <summary>The format cannot hold it; known only as it is written.</summary>
    NotExpressible,
}

/// <summary>What becomes of a pair.</summary>
/// <param name="Part">The part that it is written to; null: it is left out.</param>
/// <param name="LeaveOut">Why; null: it is not.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Placement(Part? Part, LeaveOut? LeaveOut)
{
    /// <summary>Whether it is written.</summary>
    public bool IsIn => LeaveOut is null;

    /// <summary>Left out for a reason.</summary>
    public static Placement Out(LeaveOut reason) => new(null, reason);
}

/// <summary>What becomes of each pair that fits the filter, by its place among them.</summary>
public sealed class ExportPlan
{
    private readonly Placement[] placements;

    internal ExportPlan(Placement[] placements) => this.placements = placements;

    /// <summary>What becomes of the pair at a place, from 0.</summary>
    public Placement this[int place] => placements[place];

    /// <summary>How many pairs fit the filter.</summary>
    public int Count => placements.Length;

    /// <summary>How many are written to a part.</summary>
    public long CountOf(Part part) => placements.LongCount(placement => placement.Part == part);

    /// <summary>How many are left out for a reason.</summary>
    public long CountOf(LeaveOut reason) => placements.LongCount(placement => placement.LeaveOut == reason);
}
