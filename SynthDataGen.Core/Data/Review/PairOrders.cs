using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>What each order means for a query.</summary>
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
    /// The pairs of one status in this order, behind a pair if there is one, as stretches that follow each other; an index has the
    /// order of each, and begins where it begins.
    /// </summary>
    public static IEnumerable<IQueryable<Pair>> Stretches(this PairOrder order, IQueryable<Pair> pairs, PairStatus status, Pair? last) => order switch
    {
        PairOrder.DoubtfulFirst when last is not null =>
            [order.Of(Later(pairs.Where(p => p.Doubt == last.Doubt), last)), order.Of(pairs.Where(p => p.Doubt < last.Doubt))],
        PairOrder.WorstFirst when last is { JudgeScore: not null } =>
            [order.Of(Better(pairs, last)), order.Of(pairs.Where(p => p.JudgeScore == null))],
        PairOrder.LastDecidedFirst when status == PairStatus.Pending =>
            [PairOrder.NewestFirst.Of(last?.DecidedAt is null && last is not null ? Earlier(pairs, last) : pairs)],
        PairOrder.LastDecidedFirst => last is { DecidedAt: null } ? [] : [Decided(last is null ? pairs : DecidedBefore(pairs, last))],
        _ => [order.Of(last is null ? pairs : order.After(pairs, last))],
    };

    /// <summary>Those behind a pair.</summary>
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

    private static IQueryable<Pair> Decided(IQueryable<Pair> pairs) => pairs.Where(p => p.DecidedAt != null).OrderByDescending(p => p.DecidedAt)
        .ThenByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal);

    private static IQueryable<Pair> DecidedBefore(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.LessThan(
        ValueTuple.Create(p.DecidedAt, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.DecidedAt, last.RunId, last.Context, last.Ordinal)));

    private static IQueryable<Pair> Better(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.GreaterThan(
        ValueTuple.Create(p.JudgeScore, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.JudgeScore, last.RunId, last.Context, last.Ordinal)));

    private static IQueryable<Pair> Later(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.GreaterThan(
        ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)));

    private static IQueryable<Pair> Earlier(IQueryable<Pair> pairs, Pair last) => pairs.Where(p => EF.Functions.LessThan(
        ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)));
}
