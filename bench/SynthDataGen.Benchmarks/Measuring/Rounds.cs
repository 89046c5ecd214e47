namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>
/// Measures contenders in interleaved rounds: whatever slows the machine for a while slows all of them, and the ratio
/// within a round stays the same.
/// </summary>
internal sealed class Rounds
{
    /// <summary>The number of measured rounds.</summary>
    public const int Measured = 7;

    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, List<Cost>> costs = new(StringComparer.Ordinal);

    /// <summary>Measures the contenders after warm-up.</summary>
    public static async Task<Rounds> RunAsync(IReadOnlyList<Contender> contenders, int warmUps, CancellationToken cancellationToken)
    {
        var rounds = new Rounds();
        var repeats = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var contender in contenders)
        {
            repeats[contender.Name] = await WarmUpAsync(contender, warmUps, cancellationToken);
            rounds.costs[contender.Name] = [];
        }
        for (var round = 0; round < Measured; round++)
        {
            foreach (var contender in contenders)
            {
                GC.Collect();
                rounds.costs[contender.Name].Add(await contender.RunAsync(repeats[contender.Name], cancellationToken));
            }
        }
        return rounds;
    }

    public TimeSpan Cpu(string name) => Median(costs[name].Select(cost => cost.Cpu));

    public TimeSpan Wall(string name) => Median(costs[name].Select(cost => cost.Wall));

    /// <summary>The median over the rounds of the ratio of processor times.</summary>
    public double Ratio(string name, string other) => Median(costs[name].Zip(costs[other], (one, two) => one.Cpu / two.Cpu));

    /// <summary>Runs it until it is compiled, and returns the repeats that a turn needs to be long enough to measure.</summary>
    private static async Task<int> WarmUpAsync(Contender contender, int warmUps, CancellationToken cancellationToken)
    {
        var last = Cost.None;
        for (var i = 0; i < warmUps; i++)
        {
            last = await contender.RunAsync(1, cancellationToken);
        }
        return Math.Clamp((int)Math.Ceiling(LeastTime / last.Wall), 1, 50);
    }

    private static T Median<T>(IEnumerable<T> values) => values.Order().ElementAt(Measured / 2);
}

/// <summary>One way to do the measured work.</summary>
internal sealed record Contender(string Name, Func<int, CancellationToken, Task<Cost>> RunAsync);

/// <summary>The cost of some work: processor time of all processes involved, and wall-clock time.</summary>
internal sealed record Cost(TimeSpan Cpu, TimeSpan Wall)
{
    public static readonly Cost None = new(TimeSpan.Zero, TimeSpan.Zero);

    public static Cost operator +(Cost left, Cost right) => new(left.Cpu + right.Cpu, left.Wall + right.Wall);

    public static Cost operator /(Cost cost, int parts) => new(cost.Cpu / parts, cost.Wall / parts);
}
