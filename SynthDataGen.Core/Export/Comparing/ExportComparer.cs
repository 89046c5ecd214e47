namespace SynthDataGen.Core.Export.Comparing;

/// <summary>How a pair of one export differs from another one.</summary>
public enum DifferenceKind
{
    /// <summary>Only the newer export holds it.</summary>
    Added,

    /// <summary>Only the older one does.</summary>
    Removed,

    /// <summary>Both hold it, in other words.</summary>
    Changed,

    /// <summary>It stands in another part.</summary>
    Moved,
}

/// <summary>One pair that differs.</summary>
public sealed record Difference(DifferenceKind Kind, Guid PairId, Part? Before, Part? After);

/// <summary>What is different, by kind, with some examples of each.</summary>
public sealed record Differences(IReadOnlyDictionary<DifferenceKind, long> Counts, IReadOnlyList<Difference> Examples);

/// <summary>Compares two exports by their indexes, which go by the same order: both are read once, side by side, and neither is held.</summary>
public sealed class ExportComparer
{
    /// <summary>Most examples of a kind.</summary>
    private const int Examples = 25;

    private readonly Dictionary<DifferenceKind, long> counts = Enum.GetValues<DifferenceKind>().ToDictionary(kind => kind, _ => 0L);
    private readonly List<Difference> examples = [];

    private ExportComparer()
    {
    }

    /// <summary>Compares.</summary>
    /// <param name="older">The index of the older export.</param>
    /// <param name="newer">That of the newer one.</param>
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
            var place = old is null ? 1 : now is null ? -1 : old.PlaceBeside(now);
            comparer.Take(place <= 0 ? old : null, place >= 0 ? now : null);
            old = place <= 0 ? await NextAsync(before) : old;
            now = place >= 0 ? await NextAsync(after) : now;
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
