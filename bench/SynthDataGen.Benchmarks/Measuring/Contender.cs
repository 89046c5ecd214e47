namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>One way of doing the work that is measured.</summary>
internal sealed record Contender(string Name, Func<int, CancellationToken, Task<Cost>> RunAsync);
