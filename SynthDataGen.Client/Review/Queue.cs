namespace SynthDataGen.Client.Review;

/// <summary>Requests pending pairs to decide on. Each is leased to the caller for some minutes, so that nobody else gets it in the meantime.</summary>
/// <param name="Filter">Only pairs that match, in its order; its status is ignored.</param>
/// <param name="Count">How many, 1–100.</param>
/// <param name="Skip">Pairs to leave out, such as those that the caller already has; at most 1,000.</param>
public sealed record TakePairs(PairFilter? Filter = null, int Count = 10, IReadOnlyList<Guid>? Skip = null);

/// <summary>Pairs that are leased to the caller.</summary>
/// <param name="Items">The pairs in the requested order; fewer than requested if no more are pending.</param>
/// <param name="Until">When the leases end unless renewed; a later decision is still accepted if nobody else made one.</param>
/// <param name="Elsewhere">If <paramref name="Items"/> are fewer than requested: how many matching pairs are leased to other people. Null if not counted.</param>
public sealed record TakenPairs(IReadOnlyList<Pair> Items, DateTimeOffset Until, long? Elsewhere);

/// <summary>Pairs whose leases to renew or to end.</summary>
/// <param name="Ids">The pairs; at most 1,000.</param>
public sealed record PairIds(IReadOnlyList<Guid> Ids);

/// <summary>How many pairs match a filter.</summary>
/// <param name="Count">How many; at most <see cref="Most"/> are counted, or fewer where asked so.</param>
/// <param name="More">Whether there are more than were counted.</param>
public sealed record PairCount(long Count, bool More)
{
    /// <summary>No more than these are counted, so that the answer is fast.</summary>
    public const int Most = 100_000;
}
