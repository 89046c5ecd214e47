using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthDataGen.Core.Export.Building;

/// <summary>
/// Describes an export. It says neither when nor by whom the export was built, nor its number: the same settings and the same pairs
/// give the same bytes. The newest decision shows how recent its pairs are.
/// </summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Benchmarks">The benchmarks that no pair repeats.</param>
/// <param name="Counts">How many pairs it holds.</param>
/// <param name="LeftOut">Pairs that fit the filter and are left out.</param>
/// <param name="NewestDecisionAt">The newest decision on any of its pairs.</param>
/// <param name="Coverage">How much of the workspace's documents they cover.</param>
/// <param name="Types">Pairs by question type.</param>
/// <param name="Origins">Pairs by origin: recipe, generator, model, and template with its version.</param>
/// <param name="Reviewers">Pairs by the person who decided on them.</param>
/// <param name="Files">All other files.</param>
public sealed record ExportManifest(
    string Workspace,
    ExportSettings Settings,
    IReadOnlyList<ManifestBenchmark> Benchmarks,
    ExportCounts Counts,
    IReadOnlyList<LeftOutPairs> LeftOut,
    DateTimeOffset? NewestDecisionAt,
    ManifestCoverage Coverage,
    IReadOnlyDictionary<string, long> Types,
    IReadOnlyList<ManifestOrigin> Origins,
    IReadOnlyDictionary<string, long> Reviewers,
    IReadOnlyList<ExportFile> Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Describes what was written.</summary>
    public static ExportManifest Of(ExportOrder order, WrittenExport written, ExportTally tally, IReadOnlyList<Benchmark> benchmarks, long readyDocuments, IReadOnlyList<ExportFile> files)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(tally);
        var figures = written.Figures;
        return new(
            order.Workspace,
            order.Settings,
            [.. benchmarks.Select(b => new ManifestBenchmark(b.Name, b.Texts, b.Sha256))],
            tally.Counts,
            tally.LeftOut,
            figures.NewestDecision,
            new(figures.Documents.Kinds, readyDocuments, figures.Contexts),
            figures.Types.Counts.ToDictionary(type => type.Kind, type => type.Count),
            [.. figures.Origins.Counts.Select(o => new ManifestOrigin(o.Kind.Recipe, o.Kind.Generator, o.Kind.Model, o.Kind.Template, o.Count))],
            figures.Reviewers.Counts.Where(r => r.Kind.Length > 0).ToDictionary(r => r.Kind, r => r.Count),
            files);
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>Pairs of one origin.</summary>
public sealed record ManifestOrigin(string Recipe, string Generator, string Model, string Template, long Pairs);

/// <summary>A benchmark that an export was checked against.</summary>
public sealed record ManifestBenchmark(string Name, long Texts, string Sha256);

/// <summary>How much of the workspace's documents an export covers.</summary>
/// <param name="Documents">Documents that its pairs were made from.</param>
/// <param name="ReadyDocuments">Documents of the workspace that have been read.</param>
/// <param name="Contexts">Contexts that its pairs were made from.</param>
public sealed record ManifestCoverage(long Documents, long ReadyDocuments, long Contexts);
