using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>The figures of a run between its first and its last tenth.</summary>
/// <param name="Row">The run at its end.</param>
/// <param name="ContextsPerSecond">Contexts saved per second.</param>
/// <param name="ShareUsed">Share of the slots' time in which a call was open.</param>
/// <param name="Endpoint">The endpoint's counts over the whole run; of calls in flight, the most it ever saw.</param>
/// <param name="CpuPerCall">The workers' processor time per call.</param>
internal sealed record EngineFigures(RunRow Row, double ContextsPerSecond, double ShareUsed, EndpointCount Endpoint, TimeSpan CpuPerCall);

/// <summary>Measures one run of the engine while it is in progress.</summary>
internal static class EngineRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Measures a run after an unmeasured warm-up run, because a worker is slower while it compiles.</summary>
    public static async Task<EngineFigures> MeasureAsync(
        EngineStack stack, EndpointProcess endpoint, int slots, int warmUp, int contexts, CancellationToken cancellationToken)
    {
        await EndAsync(stack, await StartAsync(stack, endpoint, slots, warmUp, cancellationToken), cancellationToken);
        var before = await endpoint.CountAsync();
        var run = await StartAsync(stack, endpoint, slots, contexts, cancellationToken);
        var from = await SeeAsync(stack, endpoint, run, contexts / 10, cancellationToken);
        var to = await SeeAsync(stack, endpoint, run, contexts * 9 / 10, cancellationToken);
        var row = await EndAsync(stack, run, cancellationToken);
        var seconds = (to.At - from.At).TotalSeconds;
        return new(
            row,
            (to.Done - from.Done) / seconds,
            (to.Count.BusySeconds - from.Count.BusySeconds) / (slots * seconds),
            Since(before, await endpoint.CountAsync()),
            (to.Cpu - from.Cpu) / (to.Count.Calls - from.Count.Calls));
    }

    private static EndpointCount Since(EndpointCount before, EndpointCount after) =>
        after with { Calls = after.Calls - before.Calls, BusySeconds = after.BusySeconds - before.BusySeconds };

    private static async Task<Run> StartAsync(EngineStack stack, EndpointProcess endpoint, int slots, int contexts, CancellationToken cancellationToken) =>
        await stack.StartRunAsync(endpoint.Address, slots, await stack.BookAsync(contexts, cancellationToken), cancellationToken);

    private static async Task<Mark> SeeAsync(EngineStack stack, EndpointProcess endpoint, Run run, int contexts, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await stack.DoneAsync(run, cancellationToken);
            if (done >= contexts)
            {
                return new(TimeProvider.System.GetUtcNow(), done, await endpoint.CountAsync(), stack.WorkerCpu);
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private static async Task<RunRow> EndAsync(EngineStack stack, Run run, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await stack.FindAsync(run, cancellationToken);
            if (row.Run.State is RunState.Finished or RunState.FinishedWithFailures)
            {
                return row;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private sealed record Mark(DateTimeOffset At, int Done, EndpointCount Count, TimeSpan Cpu);
}
