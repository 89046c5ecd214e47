using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SynthDataGen.Core.Export.Building;

/// <summary>
/// What an export says of itself. It tells neither when nor by whom it was built, nor its number: the same settings over the same pairs
/// give the same bytes. How new its pairs are, the newest decision tells.
/// </summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Benchmarks">The benchmarks that no pair repeats.</param>
/// <param name="Counts">How many pairs it holds.</param>
/// <param name="LeftOut">Pairs that fit the filter and are not in it.</param>
/// <param name="NewestDecisionAt">The newest decision on any of its pairs.</param>
/// <param name="Coverage">How much of the workspace's documents they come from.</param>
/// <param name="Types">Pairs by question type.</param>
/// <param name="Origins">Pairs by what wrote them.</param>
/// <param name="Reviewers">Pairs by the person whose decision stands.</param>
/// <param name="Files">All other files.</param>
public sealed record ExportManifest(
    string Workspace,
    ExportSettings Settings,
    IReadOnlyList<ManifestBenchmark> Benchmarks,
    ExportCounts Counts,
    IReadOnlyList<LeftOut> LeftOut,
    DateTimeOffset? NewestDecisionAt,
    ManifestCoverage Coverage,
    IReadOnlyDictionary<string, long> Types,
    IReadOnlyList<PairOrigin> Origins,
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

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>A benchmark that an export was checked against.</summary>
public sealed record ManifestBenchmark(string Name, long Texts, string Sha256);

/// <summary>How much of the workspace's documents an export comes from.</summary>
/// <param name="Documents">Documents that its pairs were made from.</param>
/// <param name="ReadyDocuments">Documents of the workspace that are read.</param>
/// <param name="Contexts">Contexts that its pairs were made from.</param>
public sealed record ManifestCoverage(long Documents, long ReadyDocuments, long Contexts);
