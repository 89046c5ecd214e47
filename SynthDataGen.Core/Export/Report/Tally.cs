using System.Runtime.InteropServices;

namespace SynthDataGen.Core.Export.Report;

/// <summary>Counts by kind.</summary>
public sealed class Tally<T>
    where T : notnull
{
    private readonly Dictionary<T, long> counts = [];

    /// <summary>Kinds with their numbers, the greatest first, in the same order each time.</summary>
    public IReadOnlyList<(T Kind, long Count)> Counts =>
        [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key.ToString(), StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value))];

    /// <summary>How many kinds there are.</summary>
    public int Kinds => counts.Count;

    /// <summary>How many of one kind.</summary>
    public long this[T kind] => counts.GetValueOrDefault(kind);

    public void Add(T kind) => CollectionsMarshal.GetValueRefOrAddDefault(counts, kind, out _)++;
}
