using SynthDataGen.Benchmarks.Chunking;
using SynthDataGen.Benchmarks.Extraction;
using SynthDataGen.Benchmarks.Generation;

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

string[] known = ["extraction", "chunking", "generation"];
if (args.Length > 0 && !known.Contains(args[0], StringComparer.Ordinal))
{
    Console.Error.WriteLine("Name extraction or chunking, and after it the files to measure on, or generation; without a name, all are measured, the first two on the corpus.");
    return 2;
}
var asked = args.Length > 0 ? args[..1] : known;
var files = args.Length > 1 ? args[1..] : [];
foreach (var name in asked)
{
    var measured = name switch
    {
        "extraction" => ExtractionBenchmark.RunAsync(files, stop.Token),
        "chunking" => ChunkingBenchmark.RunAsync(files, stop.Token),
        _ => GenerationBenchmark.RunAsync(files, stop.Token),
    };
    await measured;
}
return 0;
