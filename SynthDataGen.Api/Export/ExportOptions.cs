using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Api.Export;

/// <summary>What may be uploaded for exports. Section <c>Exports</c>.</summary>
internal sealed class ExportOptions
{
    public const string Section = "Exports";

    /// <summary>Largest benchmark, in bytes; it is held in memory while it is read. Default: 50 MiB.</summary>
    [Range(1, 1 << 30)]
    public int MaxBenchmarkBytes { get; set; } = 50 << 20;
}
