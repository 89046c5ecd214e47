using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Core.Export;

/// <summary>The number of pairs in an export.</summary>
/// <param name="Total">In all.</param>
/// <param name="Train">Those to train with; null: there is no split.</param>
/// <param name="Validation">To choose by.</param>
/// <param name="Test">To judge by.</param>
public sealed record ExportCounts(long Total, long? Train = null, long? Validation = null, long? Test = null);

/// <summary>Pairs that fit the filter and are left out of an export.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Benchmark">The name of the benchmark that they repeat, if that is the reason.</param>
public sealed record LeftOutPairs(LeaveOutReason Reason, long Count, string? Benchmark = null);

/// <summary>Counts what happens to the pairs that fit a filter.</summary>
public sealed record ExportTally(ExportCounts Counts, IReadOnlyList<LeftOutPairs> LeftOut)
{
    /// <summary>Counts a plan.</summary>
    /// <param name="candidates">The pairs.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="split">Its split; null: none.</param>
    /// <param name="benchmarks">The names of the settings' benchmarks, in their order.</param>
    public static ExportTally Of(IReadOnlyList<Candidate> candidates, ExportPlan plan, Split? split, IReadOnlyList<string> benchmarks)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(benchmarks);
        var (parts, reasons) = (new long[Enum.GetValues<Part>().Length], new SortedDictionary<(LeaveOutReason Reason, int? Benchmark), long>());
        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].Part is { } part)
            {
                parts[(int)part]++;
                continue;
            }

            var reason = plan[i].LeftOut!.Value;
            var key = (reason, reason == LeaveOutReason.Contaminated ? candidates[i].Benchmark : null);
            reasons[key] = reasons.GetValueOrDefault(key) + 1;
        }

        return new(CountsOf(parts, split), [.. reasons.Select(r => new LeftOutPairs(r.Key.Reason, r.Value, r.Key.Benchmark is { } index ? benchmarks[index] : null))]);
    }

    /// <summary>The tally after writing.</summary>
    /// <param name="parts">The pairs written to each part.</param>
    /// <param name="notExpressible">Pairs that the format could not hold.</param>
    /// <param name="split">The split; null: none.</param>
    public ExportTally Written(IReadOnlyList<long> parts, long notExpressible, Split? split) =>
        new(CountsOf(parts, split), notExpressible == 0 ? LeftOut : [.. LeftOut, new(LeaveOutReason.NotExpressible, notExpressible)]);

    private static ExportCounts CountsOf(IReadOnlyList<long> parts, Split? split) => split is null
        ? new(parts.Sum())
        : new(parts.Sum(), parts[(int)Part.Train], parts[(int)Part.Validation], parts[(int)Part.Test]);
}
