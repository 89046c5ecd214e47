using SynthDataGen.Benchmarks.Chunking;
using SynthDataGen.Benchmarks.Extraction;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

string[] known = ["extraction", "chunking"];
if (args.Length > 0 && !known.Contains(args[0], StringComparer.Ordinal))
{
    Console.Error.WriteLine("Name extraction or chunking, and after it the files to measure on; without a name, both are measured on the corpus.");
    return 2;
}
var asked = args.Length > 0 ? args[..1] : known;
var files = args.Length > 1 ? args[1..] : [];
foreach (var name in asked)
{
    var measured = name == "extraction"
        ? ExtractionBenchmark.RunAsync(files, stop.Token)
        : ChunkingBenchmark.RunAsync(files, stop.Token);
    await measured;
}
return 0;
