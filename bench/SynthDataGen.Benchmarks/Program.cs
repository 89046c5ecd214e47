using SynthDataGen.Benchmarks.Chunking;
using SynthDataGen.Benchmarks.Extraction;
using SynthDataGen.Benchmarks.Store;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var known = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["extraction"] = files => ExtractionBenchmark.RunAsync(files, stop.Token),
    ["chunking"] = files => ChunkingBenchmark.RunAsync(files, stop.Token),
    ["store"] = counts => StoreBenchmark.RunAsync(counts, stop.Token),
};
if (args.Length > 0 && !known.ContainsKey(args[0]))
{
    Console.Error.WriteLine("Name extraction or chunking, and after it the files to measure on; or store, and after it how many documents. Without a name, all are measured.");
    return 2;
}
foreach (var name in args.Length > 0 ? args[..1] : [.. known.Keys])
{
    await known[name](args.Length > 1 ? args[1..] : []);
}
return 0;
