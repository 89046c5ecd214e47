using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;
using Entity = SynthDataGen.Core.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Exports on the wire.</summary>
internal static class ExportMapping
{
    public static DatasetExport ToWire(this Entity.DatasetExport e) => new(
        e.Id,
        e.Number,
        e.Settings.Format,
        e.State.ToWire(),
        e.Failure,
        e.Settings.ToWire(),
        e.Written,
        e.Counts?.ToWire(),
        [.. e.LeftOut.Select(left => left.ToWire())],
        [.. e.Files.Select(file => new ExportFile(file.Name, file.SizeBytes, file.Sha256, file.Rows))],
        e.CreatedBy,
        e.CreatedAt,
        e.FinishedAt);

    public static ExportCounts ToWire(this Entity.ExportCounts counts) => new(counts.Total, counts.Train, counts.Validation, counts.Test);

    public static LeftOut ToWire(this Entity.LeftOut left) => new(WordOf(left.Reason), left.Count, left.Benchmark);

    public static ExportPreset ToWire(this Entity.ExportPreset preset) => new(preset.Id, preset.Name, preset.Settings.ToWire());

    public static Benchmark ToWire(this Entity.Benchmark benchmark) => new(benchmark.Id, benchmark.Name, benchmark.Texts, benchmark.CreatedAt);

    public static string WordOf(Entity.Packaging packaging) => packaging switch
    {
        Entity.Packaging.Files => "files",
        Entity.Packaging.HuggingFace => "hugging-face",
        Entity.Packaging.LlamaFactory => "llama-factory",
        _ => throw new ArgumentOutOfRangeException(nameof(packaging), packaging, "A packaging without a word."),
    };

    private static ExportSettings ToWire(this Entity.ExportSettings s) => new(
        s.Format,
        s.Query.ToWire(),
        s.Split is { } split ? new(split.Train, split.Validation, split.Test) : null,
        s.Seed,
        s.System,
        WordOf(s.Packaging),
        s.KeepDuplicates,
        s.Balance is { } balance ? new(balance.By.ToWire(), balance.Most) : null,
        s.Benchmarks,
        s.Fields is { } fields ? [.. fields.Select(field => new ExportField(field.Name, field.Holds))] : null,
        s.Distractors,
        s.OracleShare);

    private static PairFilter ToWire(this PairQuery q) => new(
        q.Status?.ToWire(),
        q.Flag,
        q.DocumentId,
        q.RunId,
        q.Search,
        null,
        q.Type,
        q.Difficulty,
        q.Reviewer,
        q.MinScore,
        q.MaxScore,
        q.From,
        q.To,
        q.Tag,
        q.ClusterId,
        q.OpenTo is null ? q.Stage?.ToWire() : "open",
        q.Assignee);

    private static string WordOf(LeaveOut reason) => reason switch
    {
        LeaveOut.Duplicate => "duplicate",
        LeaveOut.Leak => "leak",
        LeaveOut.Contaminated => "contaminated",
        LeaveOut.Balance => "balance",
        LeaveOut.NotExpressible => "not-expressible",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a word."),
    };
}
