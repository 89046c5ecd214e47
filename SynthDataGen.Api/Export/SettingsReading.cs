using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Review;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Reads the settings of an export from the wire.</summary>
internal sealed class SettingsReading(BenchmarkRecords benchmarks)
{
    /// <summary>The settings, or the fault of some that cannot be.</summary>
    public async Task<(Core.Export.ExportSettings? Settings, ProblemHttpResult? Fault)> ReadAsync(
        Guid workspaceId, ExportSettings wire, string caller, CancellationToken cancellationToken)
    {
        if (SettingsFaults.Of(wire) is { } fault)
        {
            return (null, fault);
        }

        if (PairFilters.Read(wire.Filter, caller, out var query, out _) is { } filterFault)
        {
            return (null, filterFault);
        }

        var named = wire.Benchmarks?.Distinct().ToList() ?? [];
        var known = await benchmarks.FindAsync(workspaceId, named, cancellationToken);
        if (named.Except(known.Select(benchmark => benchmark.Id)).FirstOrDefault() is var missing && missing != Guid.Empty)
        {
            return (null, Problems.BadRequest("unknown-benchmark", $"Benchmark {missing} is no longer in this workspace. Remove it from the settings, or upload it again."));
        }

        return (new(wire.Format, query)
        {
            Packaging = SettingsFaults.PackagingOf(wire) ?? Packaging.Files,
            System = WireText.OrNull(wire.System),
            Split = wire.Split is { } split ? new(split.Train, split.Validation, split.Test) : null,
            Seed = wire.Seed,
            KeepDuplicates = wire.KeepDuplicates,
            Balance = wire.Balance is { } balance ? new(SettingsFaults.KindOf(balance)!.Value, balance.Most) : null,
            Benchmarks = named,
            Fields = wire.Fields is { Count: > 0 } fields ? [.. fields.Select(field => new Core.Export.ExportField(field.Name.Trim(), field.Holds))] : null,
            Distractors = wire.Distractors ?? Core.Export.ExportSettings.UsualDistractors,
            OracleShare = wire.OracleShare ?? Core.Export.ExportSettings.UsualOracleShare,
        }, null);
    }
}
