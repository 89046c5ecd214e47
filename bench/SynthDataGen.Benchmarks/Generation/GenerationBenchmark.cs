using System.Globalization;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>The engine with an endpoint of fixed latency, including saving, against the ideal and against the bare SDK.</summary>
internal static class GenerationBenchmark
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BareTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>The timeout for hanging calls, as configured for the workers.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    private static readonly Case[] Cases =
    [
        new("50 slots", Workers: 1, Slots: 50, WarmUp: 3_000, Contexts: 4_000),
        new("256 slots", Workers: 1, Slots: 256, WarmUp: 5_000, Contexts: 10_000),
        new("three workers, 32 slots", Workers: 3, Slots: 32, WarmUp: 3_000, Contexts: 4_000),
        new("50 slots, 47 % faults", Workers: 1, Slots: 50, WarmUp: 1_000, Contexts: 2_000, IsFaulty: true),
    ];

    /// <summary>Measures all cases, or those with these names.</summary>
    public static async Task RunAsync(string[] names, CancellationToken cancellationToken)
    {
        Console.WriteLine("| case | ideal /s | bare SDK /s | ours /s | ours / ideal | ours / bare | slots used | most in flight | calls per pair | ms of processor time per call | ended |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var measured in Cases.Where(c => names.Length == 0 || names.Contains(c.Name, StringComparer.Ordinal)))
        {
            Console.WriteLine(await MeasureAsync(measured, cancellationToken));
        }
    }

    private static async Task<string> MeasureAsync(Case measured, CancellationToken cancellationToken)
    {
        // Before and after, because the load of the machine changes.
        var before = await MeasureBareAsync(measured, cancellationToken);
        var ours = await MeasureOursAsync(measured, cancellationToken);
        var bare = (before + await MeasureBareAsync(measured, cancellationToken)) / 2;
        var ideal = IdealOf(measured);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {measured.Name} | {ideal:0} | {(measured.IsFaulty ? "" : bare.ToString("0", CultureInfo.InvariantCulture))} | {ours.ContextsPerSecond:0} | {ours.ContextsPerSecond / ideal:0.00} | {(measured.IsFaulty ? "" : (ours.ContextsPerSecond / bare).ToString("0.00", CultureInfo.InvariantCulture))} | {ours.ShareUsed:0.00} | {ours.Endpoint.MaxInFlight} | {(double)ours.Endpoint.Calls / ours.Row.Pairs:0.00} | {ours.CpuPerCall.TotalMilliseconds:0.00} | {ours.Row.Run.State}, {ours.Row.Succeeded} + {ours.Row.Failed} failed |");
    }

    private static async Task<double> MeasureBareAsync(Case measured, CancellationToken cancellationToken)
    {
        using var endpoint = await EndpointProcess.StartAsync(Latency, isFaulty: false);
        await BareSdk.MeasureAsync(endpoint.Address, measured.Slots, WarmUp, cancellationToken);
        return await BareSdk.MeasureAsync(endpoint.Address, measured.Slots, BareTime, cancellationToken);
    }

    private static async Task<EngineFigures> MeasureOursAsync(Case measured, CancellationToken cancellationToken)
    {
        using var endpoint = await EndpointProcess.StartAsync(Latency, measured.IsFaulty);
        await using var stack = await EngineStack.StartAsync(measured.Workers, cancellationToken);
        return await EngineRun.MeasureAsync(stack, endpoint, measured.Slots, measured.WarmUp, measured.Contexts, cancellationToken);
    }

    /// <summary>
    /// Contexts per second if every slot is always in use. With faults a context needs 1 / 0.53 calls, of which 2 % last until their
    /// timeout.
    /// </summary>
    private static double IdealOf(Case measured) => measured.IsFaulty
        ? measured.Slots * 0.53 / ((0.98 * Latency.TotalSeconds) + (0.02 * CallTimeout.TotalSeconds))
        : measured.Slots / Latency.TotalSeconds;

    private sealed record Case(string Name, int Workers, int Slots, int WarmUp, int Contexts, bool IsFaulty = false);
}
