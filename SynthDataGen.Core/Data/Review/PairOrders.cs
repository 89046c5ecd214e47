using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>How each order sorts a query.</summary>
internal static class PairOrders
{
    public static IQueryable<Pair> Of(this PairOrder order, IQueryable<Pair> pairs) => order switch
    {
        PairOrder.NewestFirst => pairs.OrderByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal),
        PairOrder.ByDocument => pairs.OrderBy(p => p.DocumentId).ThenBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
        PairOrder.DoubtfulFirst => pairs.OrderByDescending(p => p.Doubt).ThenBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
        PairOrder.WorstFirst => pairs.OrderBy(p => p.JudgeScore).ThenBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
        PairOrder.LastDecidedFirst => pairs.OrderBy(p => p.DecidedAt == null).ThenByDescending(p => p.DecidedAt)
            .ThenByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal),
        _ => pairs.OrderBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
    };

    /// <summary>
    /// What comes after a pair, or from the beginning, in consecutive parts. For each status an index provides the order of a part
    /// from its beginning. Where all pairs of a part share the first sort key, the part is sorted by the remaining keys.
    /// </summary>
    public static IEnumerable<OrderPart> Parts(this PairOrder order, Pair? last) => order switch
    {
        PairOrder.DoubtfulFirst when last is not null =>
            [PairOrder.OldestFirst.Part(pairs => Later(pairs.Where(p => p.Doubt == last.Doubt), last)), order.Part(pairs => pairs.Where(p => p.Doubt < last.Doubt))],
        PairOrder.WorstFirst => Judged(last).Append(order.Part(pairs => last is null or { JudgeScore: not null } ? pairs.Where(p => p.JudgeScore == null) : order.After(pairs, last))),
        PairOrder.LastDecidedFirst => last is { DecidedAt: null } ? [Undecided(last)] : [Decided(last), Undecided(null)],
        _ => [order.Part(pairs => last is null ? pairs : order.After(pairs, last))],
    };

    /// <summary>The pairs after one.</summary>
    public static IQueryable<Pair> After(this PairOrder order, IQueryable<Pair> pairs, Pair last) => order switch
    {
        PairOrder.NewestFirst => Earlier(pairs, last),
        PairOrder.ByDocument => pairs.Where(p => EF.Functions.GreaterThan(
            ValueTuple.Create(p.DocumentId, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.DocumentId, last.RunId, last.Context, last.Ordinal))),
        PairOrder.DoubtfulFirst => pairs.Where(p => p.Doubt < last.Doubt || p.Doubt == last.Doubt && EF.Functions.GreaterThan(
            ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal))),
        PairOrder.WorstFirst when last.JudgeScore is not null => pairs.Where(p => p.JudgeScore == null || EF.Functions.GreaterThan(
            ValueTuple.Create(p.JudgeScore, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.JudgeScore, last.RunId, last.Context, last.Ordinal))),
        PairOrder.WorstFirst => Later(pairs.Where(p => p.JudgeScore == null), last),
        PairOrder.LastDecidedFirst when last.DecidedAt is not null => pairs.Where(p => p.DecidedAt == null || EF.Functions.LessThan(
            ValueTuple.Create(p.DecidedAt, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.DecidedAt, last.RunId, last.Context, last.Ordinal))),
        PairOrder.LastDecidedFirst => Earlier(pairs.Where(p => p.DecidedAt == null), last),
        _ => Later(pairs, last),
    };

    private static OrderPart Decided(Pair? last) => new(
        pairs => pairs.OrderByDescending(p => p.DecidedAt).ThenByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal),
        pairs => (last is null ? pairs : DecidedBefore(pairs, last)).Where(p => p.DecidedAt != null))
    {
        Statuses = [PairStatus.Approved, PairStatus.Rejected],
    };

    private static OrderPart Undecided(Pair? last) => PairOrder.NewestFirst.Part(pairs => last is null ? pairs : Earlier(pairs, last)) with { Statuses = [PairStatus.Pending] };

    /// <summary>A part for each score.</summary>
    private static IEnumerable<OrderPart> Judged(Pair? last) =>
        from score in Enumerable.Range(Judgement.MinScore, Judgement.MaxScore - Judgement.MinScore + 1)
        where last is null || score >= last.JudgeScore
        select PairOrder.OldestFirst.Part(pairs => score == last?.JudgeScore ? Later(pairs.Where(p => p.JudgeScore == score), last) : pairs.Where(p => p.JudgeScore == score));

    private static OrderPart Part(this PairOrder order, Func<IQueryable<Pair>, IQueryable<Pair>> within) => new(pairs => order.Of(pairs), within);

    private static IQueryable<Pair> DecidedBefore(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.LessThan(
        ValueTuple.Create(p.DecidedAt, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.DecidedAt, last.RunId, last.Context, last.Ordinal)));

    private static IQueryable<Pair> Later(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.GreaterThan(
        ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)));

    private static IQueryable<Pair> Earlier(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.LessThan(
        ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)));
}

/// <summary>A part of an order.</summary>
/// <param name="Sort">Puts pairs of it in order.</param>
/// <param name="Within">Those of some pairs that are in it.</param>
internal sealed record OrderPart(Func<IQueryable<Pair>, IQueryable<Pair>> Sort, Func<IQueryable<Pair>, IQueryable<Pair>> Within)
{
    /// <summary>The statuses of its pairs.</summary>
    public IReadOnlyList<PairStatus> Statuses { get; init; } = Enum.GetValues<PairStatus>();
}
