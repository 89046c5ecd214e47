using SynthDataGen.Api.Review;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Export.Planning;

namespace SynthDataGen.Api.Export;

/// <summary>Exports on the wire.</summary>
internal static class ExportMapping
{
    public static DatasetExport ToWire(this Core.Export.DatasetExport e) => new()
    {
        Id = e.Id, Number = e.Number, Format = e.Settings.Format, State = e.State.ToWire(), Failure = e.Failure,
        Settings = e.Settings.ToWire(), Written = e.Written, Counts = e.Counts?.ToWire(),
        LeftOut = [.. e.LeftOut.Select(left => left.ToWire())],
        Files = [.. e.Files.Select(file => new ExportFile(file.Name, file.SizeBytes, file.Sha256, file.Rows))],
        CreatedBy = e.CreatedBy, CreatedAt = e.CreatedAt, FinishedAt = e.FinishedAt,
    };

    public static ExportCounts ToWire(this Core.Export.ExportCounts counts) => new(counts.Total, counts.Train, counts.Validation, counts.Test);

    public static LeftOut ToWire(this Core.Export.LeftOutPairs left) => new(WordOf(left.Reason), left.Count, left.Benchmark);

    public static ExportPreset ToWire(this Core.Export.ExportPreset preset) => new(preset.Id, preset.Name, preset.Settings.ToWire());

    public static Benchmark ToWire(this Core.Export.Benchmark benchmark) => new(benchmark.Id, benchmark.Name, benchmark.Texts, benchmark.CreatedAt);

    public static string WordOf(Core.Export.Packaging packaging) => packaging switch
    {
        Core.Export.Packaging.Files => "files",
        Core.Export.Packaging.HuggingFace => "hugging-face",
        Core.Export.Packaging.LlamaFactory => "llama-factory",
        _ => throw new ArgumentOutOfRangeException(nameof(packaging), packaging, "A packaging without a word."),
    };

    private static ExportSettings ToWire(this Core.Export.ExportSettings s) => new()
    {
        Format = s.Format, Filter = s.Query.ToWire(), Split = s.Split is { } split ? new(split.Train, split.Validation, split.Test) : null,
        Seed = s.Seed, System = s.System, Packaging = WordOf(s.Packaging), KeepDuplicates = s.KeepDuplicates,
        Balance = s.Balance is { } balance ? new(balance.By.ToWire(), balance.Most) : null, Benchmarks = s.Benchmarks,
        Fields = s.Fields is { } fields ? [.. fields.Select(field => new ExportField(field.Name, field.Holds))] : null,
        Distractors = s.Distractors, OracleShare = s.OracleShare,
    };

    private static string WordOf(LeaveOutReason reason) => reason switch
    {
        LeaveOutReason.Duplicate => "duplicate",
        LeaveOutReason.Leak => "leak",
        LeaveOutReason.Contaminated => "contaminated",
        LeaveOutReason.Balance => "balance",
        LeaveOutReason.NotExpressible => "not-expressible",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a word."),
    };
}
