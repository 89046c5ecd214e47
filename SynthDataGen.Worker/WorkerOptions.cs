using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Worker;

/// <summary>How much one worker does at once. Section <c>Worker</c>.</summary>
internal sealed class WorkerOptions
{
    public const string Section = "Worker";

    /// <summary>Jobs at once, 1–64. Default: 4.</summary>
    [Range(1, 64)]
    public int Jobs { get; set; } = 4;

    /// <summary>Documents read at once, 1–256; each is held in memory. Default: one for every processor.</summary>
    [Range(1, 256)]
    public int Documents { get; set; } = Math.Min(Environment.ProcessorCount, 256);

    /// <summary>Batches of contexts in hand at once beside them, 1–256; they wait for their generators most of the time. Default: 64.</summary>
    [Range(1, 256)]
    public int Batches { get; set; } = 64;
}
