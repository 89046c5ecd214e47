namespace SynthDataGen.Benchmarks.Measuring;

/// <summary>What some work took: processor time of all that worked on it, and time on the clock.</summary>
internal sealed record Cost(TimeSpan Cpu, TimeSpan Wall)
{
    public static readonly Cost None = new(TimeSpan.Zero, TimeSpan.Zero);

    public static Cost operator +(Cost left, Cost right) => new(left.Cpu + right.Cpu, left.Wall + right.Wall);

    public static Cost operator /(Cost cost, int parts) => new(cost.Cpu / parts, cost.Wall / parts);
}
