using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Generation.Checks;

namespace SynthDataGen.Core.Generation;

/// <summary>How generators are called: section <c>Generation</c>.</summary>
public sealed class GenerationOptions
{
    public const string Section = "Generation";

    /// <summary>The most tries of one call if the endpoint is at fault; default 6.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 6;

    /// <summary>The time limit of one try; default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Wait before the second try, doubled for each further one, with jitter; default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two tries; if an endpoint asks for more, its runs pause until then; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Consecutive failed calls of a generator before its runs pause; default 5.</summary>
    [Range(1, 1000)]
    public int CircuitFailures { get; set; } = 5;

    /// <summary>How long they pause at first; doubled each time the generator still fails, up to 5 minutes; default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan CircuitPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a context is asked again after an empty, malformed or truncated answer; default 2.</summary>
    [Range(0, 10)]
    public int ReaskAttempts { get; set; } = 2;

    /// <summary>Whether traces of model calls contain prompts and answers, including document text; off by default.</summary>
    public bool TraceContent { get; set; }

    /// <summary>Bounds of the checks that every pair goes through.</summary>
    [ValidateObjectMembers]
    public CheckOptions Checks { get; set; } = new();
}
