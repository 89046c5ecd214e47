using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Core.Export;

/// <summary>How many pairs an export holds.</summary>
/// <param name="Total">In all.</param>
/// <param name="Train">Of these to train with; null: there is no split.</param>
/// <param name="Validation">To choose by.</param>
/// <param name="Test">To judge by.</param>
public sealed record ExportCounts(long Total, long? Train = null, long? Validation = null, long? Test = null);

/// <summary>Pairs that fit the filter and are not in an export.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Benchmark">The name of the benchmark that they repeat; null: that is not the reason.</param>
public sealed record LeftOut(LeaveOut Reason, long Count, string? Benchmark = null);

/// <summary>What becomes of the pairs that fit a filter, counted.</summary>
public sealed record ExportTally(ExportCounts Counts, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Counts a plan.</summary>
    /// <param name="candidates">The pairs that it is about.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="split">The split that it was made for; null: none.</param>
    /// <param name="benchmarks">The names of the settings' benchmarks, in their order.</param>
    public static ExportTally Of(IReadOnlyList<Candidate> candidates, ExportPlan plan, Split? split, IReadOnlyList<string> benchmarks)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(benchmarks);
        var (parts, reasons) = (new long[Enum.GetValues<Part>().Length], new SortedDictionary<(LeaveOut Reason, int? Benchmark), long>());
        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].Part is { } part)
            {
                parts[(int)part]++;
                continue;
            }

            var reason = plan[i].LeaveOut!.Value;
            var key = (reason, reason == LeaveOut.Contaminated ? candidates[i].Benchmark : null);
            reasons[key] = reasons.GetValueOrDefault(key) + 1;
        }

        return new(CountsOf(parts, split), [.. reasons.Select(r => new LeftOut(r.Key.Reason, r.Value, r.Key.Benchmark is { } place ? benchmarks[place] : null))]);
    }

    /// <summary>What was planned, as it was written.</summary>
    /// <param name="parts">Pairs that were written to each part.</param>
    /// <param name="notExpressible">Pairs that the format could not hold.</param>
    /// <param name="split">The split; null: none.</param>
    public ExportTally Written(IReadOnlyList<long> parts, long notExpressible, Split? split) =>
        new(CountsOf(parts, split), notExpressible == 0 ? LeftOut : [.. LeftOut, new(LeaveOut.NotExpressible, notExpressible)]);

    /// <summary>The counts of pairs by part.</summary>
    private static ExportCounts CountsOf(IReadOnlyList<long> parts, Split? split) => split is null
        ? new(parts.Sum())
        : new(parts.Sum(), parts[(int)Part.Train], parts[(int)Part.Validation], parts[(int)Part.Test]);
}
