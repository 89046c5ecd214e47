using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation.Checks;

namespace SynthDataGen.Core.Generation;

/// <summary>How generators are called: section <c>Generation</c>.</summary>
public sealed class GenerationOptions
{
    public const string Section = "Generation";

    /// <summary>How often one call is tried where the fault is the endpoint's; default 6.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 6;

    /// <summary>How long one try may take; default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Wait before the second try, doubled with each further one, with jitter; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two tries; where an endpoint asks for more, its runs are paused until then; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Calls of a generator that fail in a row before its runs are paused; default 5.</summary>
    [Range(1, 1000)]
    public int CircuitFailures { get; set; } = 5;

    /// <summary>How long they are paused at first; doubled each time the generator still fails, up to 5 minutes; default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan CircuitPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a context is asked again when the answer was empty, malformed or cut off; default 2.</summary>
    [Range(0, 10)]
    public int ReaskAttempts { get; set; } = 2;

    /// <summary>Whether traces of model calls hold what was asked and answered, documents' text among it; by default they do not.</summary>
    public bool TraceContent { get; set; }

    /// <summary>Bounds of the checks that every pair goes through.</summary>
    [ValidateObjectMembers]
    public CheckOptions Checks { get; set; } = new();
}
