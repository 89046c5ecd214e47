namespace SynthDataGen.Core.Export;

/// <summary>How a pair differs between two exports.</summary>
public enum DifferenceKind
{
    /// <summary>Only the newer export has it.</summary>
    Added,

    /// <summary>Only the older export has it.</summary>
    Removed,

    /// <summary>Both have it, with different words.</summary>
    Changed,

    /// <summary>It is in another part.</summary>
    Moved,
}

/// <summary>A pair that differs.</summary>
public sealed record Difference(DifferenceKind Kind, Guid PairId, Part? Before, Part? After);

/// <summary>The differences by kind, with some examples of each.</summary>
public sealed record Differences(IReadOnlyDictionary<DifferenceKind, long> Counts, IReadOnlyList<Difference> Examples);

/// <summary>Compares two exports by their indexes, which have the same order: both are read once, side by side, and neither is kept in memory.</summary>
public sealed class ExportComparer
{
    /// <summary>The most examples of a kind.</summary>
    private const int Examples = 25;

    private readonly Dictionary<DifferenceKind, long> counts = Enum.GetValues<DifferenceKind>().ToDictionary(kind => kind, _ => 0L);
    private readonly List<Difference> examples = [];

    private ExportComparer()
    {
    }

    /// <summary>Compares two exports.</summary>
    /// <param name="older">The index of the older export.</param>
    /// <param name="newer">The index of the newer export.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Differences> CompareAsync(IAsyncEnumerable<IndexRow> older, IAsyncEnumerable<IndexRow> newer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var comparer = new ExportComparer();
        await using var before = older.GetAsyncEnumerator(cancellationToken);
        await using var after = newer.GetAsyncEnumerator(cancellationToken);
        var (old, now) = (await NextAsync(before), await NextAsync(after));
        while ((old, now) is not (null, null))
        {
            var order = old is null ? 1 : now is null ? -1 : old.CompareOrderTo(now);
            comparer.Take(order <= 0 ? old : null, order >= 0 ? now : null);
            old = order <= 0 ? await NextAsync(before) : old;
            now = order >= 0 ? await NextAsync(after) : now;
        }

        return new(comparer.counts, [.. comparer.examples.OrderBy(difference => difference.Kind)]);
    }

    private static async Task<IndexRow?> NextAsync(IAsyncEnumerator<IndexRow> rows) => await rows.MoveNextAsync() ? rows.Current : null;

    private void Take(IndexRow? old, IndexRow? now)
    {
        if (old is null || now is null)
        {
            Add(old is null ? DifferenceKind.Added : DifferenceKind.Removed, old, now);
            return;
        }

        if (old.Words != now.Words)
        {
            Add(DifferenceKind.Changed, old, now);
        }

        if (old.Part != now.Part)
        {
            Add(DifferenceKind.Moved, old, now);
        }
    }

    private void Add(DifferenceKind kind, IndexRow? old, IndexRow? now)
    {
        if (counts[kind]++ < Examples)
        {
            examples.Add(new(kind, (now ?? old)!.PairId, old?.Part, now?.Part));
        }
    }
}
