using System.Collections.Concurrent;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>The latencies of one kind of calls.</summary>
internal sealed class Latencies(string what)
{
    private readonly ConcurrentBag<(double Milliseconds, string Call)> all = [];

    /// <summary>Makes a call and records how long it took, unless it is a warm-up.</summary>
    public async Task<T> MeasureAsync<T>(string call, Func<Task<T>> ask, bool isWarm = true)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = await ask();
        if (isWarm)
        {
            all.Add((TimeProvider.System.GetElapsedTime(start).TotalMilliseconds, call));
        }

        return result;
    }

    public void Print()
    {
        var sorted = all.OrderBy(call => call.Milliseconds).ToList();
        var slowest = sorted.AsEnumerable().Reverse().Take(3).Select(call => $"{call.Milliseconds:F0}: {Short(call.Call)}");
        Console.WriteLine($"| {what} | {sorted.Count} | {sorted[sorted.Count / 2].Milliseconds:F1} | {sorted[sorted.Count * 95 / 100].Milliseconds:F1} | {sorted[^1].Milliseconds:F0} | {string.Join("; ", slowest)} |");
    }

    /// <summary>A filter without its empty fields.</summary>
    private static string Short(string call) => string.Join(',', call.Split(',').Where(part => !part.TrimEnd(' ', '}').EndsWith('=')));
}
