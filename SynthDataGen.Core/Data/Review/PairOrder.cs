using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>How pairs are ordered.</summary>
public enum PairOrder
{
    /// <summary>As their contexts stand in the runs, the oldest run first.</summary>
    OldestFirst,

    /// <summary>The other way round.</summary>
    NewestFirst,

    /// <summary>By the judge's score, the lowest first, those that were not judged last.</summary>
    WorstFirst,
}

/// <summary>What each order means for a query, and for a page of its rows.</summary>
internal static class PairOrders
{
    public static IQueryable<Pair> Of(this PairOrder order, IQueryable<Pair> pairs) => order switch
    {
        PairOrder.NewestFirst => pairs.OrderByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal),
        PairOrder.WorstFirst => pairs.OrderBy(p => p.JudgeScore).ThenBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
        _ => pairs.OrderBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal),
    };

    /// <summary>Those behind a pair.</summary>
    public static IQueryable<Pair> After(this PairOrder order, IQueryable<Pair> pairs, Pair last) => order switch
    {
        PairOrder.NewestFirst => pairs.Where(p => EF.Functions.LessThan(
            ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal))),
        PairOrder.WorstFirst when last.JudgeScore is not null => pairs.Where(p => p.JudgeScore == null || EF.Functions.GreaterThan(
            ValueTuple.Create(p.JudgeScore, p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.JudgeScore, last.RunId, last.Context, last.Ordinal))),
        PairOrder.WorstFirst => PairOrder.OldestFirst.After(pairs.Where(p => p.JudgeScore == null), last),
        _ => pairs.Where(p => EF.Functions.GreaterThan(
            ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal))),
    };

    /// <summary>A page's rows, which come as their contexts stand in the runs.</summary>
    public static IReadOnlyList<PairRow> Arrange(this PairOrder order, List<PairRow> rows) => order switch
    {
        PairOrder.NewestFirst => [.. rows.AsEnumerable().Reverse()],
        PairOrder.WorstFirst => [.. rows.OrderBy(row => row.Pair.JudgeScore ?? int.MaxValue)],
        _ => rows,
    };
}
