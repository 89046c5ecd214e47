using SynthDataGen.Benchmarks.Chunking;
using SynthDataGen.Benchmarks.Export;
using SynthDataGen.Benchmarks.Extraction;
using SynthDataGen.Benchmarks.Generation;
using SynthDataGen.Benchmarks.Review;
using SynthDataGen.Benchmarks.Store;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

if (args is ["endpoint", ..])
{
    return await EndpointProcess.ServeAsync(args[1..], stop.Token);
}

var known = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["extraction"] = files => ExtractionBenchmark.RunAsync(files, stop.Token),
    ["chunking"] = files => ChunkingBenchmark.RunAsync(files, stop.Token),
    ["store"] = counts => StoreBenchmark.RunAsync(counts, stop.Token),
    ["review"] = counts => ReviewBenchmark.RunAsync(counts, stop.Token),
    ["export"] = counts => ExportBenchmark.RunAsync(counts, stop.Token),
    ["generation"] = cases => GenerationBenchmark.RunAsync(cases, stop.Token),
    ["run-page"] = _ => RunPageBenchmark.RunAsync(stop.Token),
};
if (args.Length > 0 && !known.ContainsKey(args[0]))
{
    Console.Error.WriteLine(
        "Name a benchmark: extraction or chunking, with files to read; store, with a number of documents; review or export, with a number of pairs; generation, with one of its cases; or run-page. Without a name, all of them run.");
    return 2;
}
foreach (var name in args.Length > 0 ? args[..1] : [.. known.Keys])
{
    await known[name](args.Length > 1 ? args[1..] : []);
}
return 0;
