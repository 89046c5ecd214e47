using System.Globalization;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Testing;

namespace SynthDataGen.Benchmarks.Store;

/// <summary>Many documents from the store to their chunks in PostgreSQL, by real workers.</summary>
internal static class StoreBenchmark
{
    private const int Documents = 1000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var count = arguments.Count > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Documents;
        Console.WriteLine($"""
            ## Store

            {count} documents on {Environment.ProcessorCount} cores, from “sync” until the last has its chunks. Processor time covers workers and their children, not PostgreSQL or the store.

            | store | workers | seconds | documents per second | processor time per document, ms | cores used | peak memory of each worker, MB | chunks | failed |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """);
        await MeasureAsync("folder", null, count, 1, cancellationToken);
        await MeasureAsync("folder", null, count, 2, cancellationToken);
        if (await S3Server.SharedAsync() is { Server: { } server })
        {
            await MeasureAsync("S3", server.ConnectionString, count, 1, cancellationToken);
        }
        else
        {
            Console.WriteLine("\n* S3: SKIPPED, its server is not available here.");
        }
        Console.WriteLine();
    }

    private static async Task MeasureAsync(string store, string? s3, int count, int workers, CancellationToken cancellationToken)
    {
        await using var stack = await StoreStack.StartAsync(s3, cancellationToken);
        await stack.PutAsync(ManyDocuments.Make(count), cancellationToken);
        for (var i = 0; i < workers; i++)
        {
            await stack.StartWorkerAsync(cancellationToken);
        }

        var before = Processor(stack);
        var start = TimeProvider.System.GetTimestamp();
        await stack.Get<StoreSync>().RunAsync(stack.Workspace, cancellationToken);
        var counts = await ReadAsync(stack, count, cancellationToken);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var processor = (Processor(stack) - before).TotalSeconds;
        var memory = string.Join(", ", stack.Workers.Select(worker => $"{ProcessFigures.PeakMemory(worker.ProcessId) / 1e6:F0}"));
        var failed = string.Join(", ", await stack.FailuresAsync(cancellationToken));
        Console.WriteLine($"| {store} | {workers} | {seconds:F1} | {count / seconds:F1} | {1000 * processor / count:F0} | {processor / seconds:F2} | {memory} | {counts.Chunks} | {failed} |");
    }

    private static async Task<WorkspaceCounts> ReadAsync(StoreStack stack, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var counts = await stack.CountAsync(cancellationToken);
            if (counts.Ready + counts.Failed >= count)
            {
                return counts;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    private static TimeSpan Processor(StoreStack stack) =>
        TimeSpan.FromSeconds(stack.Workers.Sum(worker => ProcessFigures.Processor(worker.ProcessId).TotalSeconds));
}
