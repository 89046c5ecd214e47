using System.Diagnostics;
using System.Diagnostics.Metrics;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Telemetry;

/// <summary>What this product reports beside the model calls themselves. Names and units follow OpenTelemetry's rules for metrics.</summary>
public static class Instruments
{
    /// <summary>Under this name all of the product's own traces and metrics are found.</summary>
    public const string Source = "SynthDataGen";

    /// <summary>Says why a call failed: the HTTP status, or our reason.</summary>
    internal const string CallError = "synthdatagen.call.error";

    private const string Generator = "synthdatagen.generator";

    internal static readonly ActivitySource Traces = new(Source);
    internal static readonly Meter Metrics = new(Source);

    private static readonly Counter<long> pairs = Metrics.CreateCounter<long>("synthdatagen.pairs", "{pair}", "Pairs that were written.");
    private static readonly Counter<long> contexts = Metrics.CreateCounter<long>("synthdatagen.contexts", "{context}", "Contexts that are done, well or not.");
    private static readonly UpDownCounter<long> inFlight = Metrics.CreateUpDownCounter<long>("synthdatagen.calls.in_flight", "{call}", "Model calls that are being answered.");
    private static readonly Counter<long> retries = Metrics.CreateCounter<long>(
        "synthdatagen.calls.retries", "{call}", "Model calls that were made again, because the endpoint had failed or its answer was of no use.");

    private static readonly Counter<long> failures = Metrics.CreateCounter<long>("synthdatagen.calls.failures", "{call}", "Model calls that an endpoint failed to answer.");

    /// <summary>A context ended with these pairs.</summary>
    public static void Succeeded(string generator, IEnumerable<GroundedPair> written)
    {
        contexts.Add(1, new(Generator, generator), new("synthdatagen.outcome", "succeeded"));
        foreach (var type in written.CountBy(pair => pair.Draft.QuestionType))
        {
            pairs.Add(type.Value, new(Generator, generator), new("synthdatagen.question_type", type.Key));
        }
    }

    /// <summary>A context ended without pairs.</summary>
    public static void Failed(string generator, string reason) =>
        contexts.Add(1, new(Generator, generator), new("synthdatagen.outcome", "failed"), new("error.type", reason));

    /// <summary>A call begins; <paramref name="again"/>: one that was made before.</summary>
    public static void Begin(string generator, bool again)
    {
        inFlight.Add(1, new KeyValuePair<string, object?>(Generator, generator));
        retries.Add(again ? 1 : 0, new KeyValuePair<string, object?>(Generator, generator));
    }

    /// <summary>An endpoint failed to answer a call.</summary>
    internal static void CallFailed(Uri endpoint, string model, string error) => failures.Add(
        1, new("gen_ai.request.model", model), new("server.address", endpoint.Host), new("server.port", endpoint.Port), new("error.type", error));

    /// <summary>A call has ended, well or not.</summary>
    public static void End(string generator) => inFlight.Add(-1, new KeyValuePair<string, object?>(Generator, generator));

    /// <summary>Reports levels that somebody keeps up to date, each time they are asked for.</summary>
    public static void Observe(Func<WorkLevels> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Metrics.CreateObservableGauge(
            "synthdatagen.queue.length",
            () => levels().Queues.Select(queue => new Measurement<long>(queue.Value, new KeyValuePair<string, object?>("synthdatagen.work", queue.Key))),
            "{piece}",
            "Pieces of work that wait or are in hand.");
        Metrics.CreateObservableGauge(
            "synthdatagen.circuit.open",
            () => levels().Circuits.Select(circuit => new Measurement<int>(circuit.Value ? 1 : 0, new KeyValuePair<string, object?>(Generator, circuit.Key))),
            description: "1 while calls are kept from a generator that failed several times in a row, else 0.");
    }
}

/// <summary>How much work there is, and which generators are left alone, as of a moment ago.</summary>
/// <param name="Queues">Pieces of work by kind.</param>
/// <param name="Circuits">By generator, whether its circuit is open.</param>
public sealed record WorkLevels(IReadOnlyDictionary<string, int> Queues, IReadOnlyDictionary<string, bool> Circuits);
