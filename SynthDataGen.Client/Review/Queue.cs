namespace SynthDataGen.Client.Review;

/// <summary>Asks for pairs that wait, to decide on them; each is leased to the caller for some minutes, so that nobody else gets it meanwhile.</summary>
/// <param name="Filter">Only among these, in this order; its status does not count.</param>
/// <param name="Count">How many, 1–100.</param>
/// <param name="Skip">Pairs not to give, as those that the caller has already; at most 1,000.</param>
public sealed record TakePairs(PairFilter? Filter = null, int Count = 10, IReadOnlyList<Guid>? Skip = null);

/// <summary>Pairs that are leased to the caller.</summary>
/// <param name="Items">The pairs, in the order asked for; fewer than asked for when no more wait.</param>
/// <param name="Until">When the leases end unless they are renewed; a decision is taken after that too, if nobody else made one.</param>
/// <param name="Elsewhere">Where <paramref name="Items"/> are fewer than asked for: how many pairs of this filter are leased to other people. Null where nobody counted.</param>
public sealed record TakenPairs(IReadOnlyList<Pair> Items, DateTimeOffset Until, long? Elsewhere);

/// <summary>Pairs whose leases to lengthen, or to end.</summary>
/// <param name="Ids">The pairs; at most 1,000.</param>
public sealed record PairIds(IReadOnlyList<Guid> Ids);

/// <summary>How many pairs fit a filter.</summary>
/// <param name="Count">How many; at most <see cref="Most"/> are counted, or fewer where asked so.</param>
/// <param name="More">Whether there are more than were counted.</param>
public sealed record PairCount(long Count, bool More)
{
    /// <summary>No more than these are counted, so that the answer comes at once.</summary>
    public const int Most = 100_000;
}
