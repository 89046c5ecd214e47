using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>
/// Finds one page of pairs, whatever narrows them. It first looks nearby: among the next few thousand in the order, by an
/// index. Only if those do not fill the page does it find all matching pairs, by whichever index serves, and sort them.
/// So it neither sorts the hundred thousand pairs that hold a common word, nor walks the whole order for a rare one;
/// left to itself the database does both, since it assumes that words are spread evenly over an order.
/// </summary>
internal sealed class PairPages(SynthDataGenDb db, Guid workspaceId, PairQuery query, PairOrder order)
{
    /// <summary>How many pairs are nearby.</summary>
    public int Nearby { get; init; } = 10_000;

    /// <summary>The pairs that match the search, where they are few; null: they are many, or there is no search.</summary>
    public IReadOnlyList<Guid>? Few { get; init; }

    /// <summary>Narrows the pairs further than the query.</summary>
    public Func<IQueryable<Pair>, IQueryable<Pair>>? Also { get; init; }

    /// <summary>The ids of the pairs after one, in order.</summary>
    public async Task<List<Guid>> FindAsync(Pair? last, int limit, CancellationToken cancellationToken)
    {
        if (Few is not null)
        {
            return await FindAllAsync(last, limit, cancellationToken);
        }

        var leading = Leading();
        var isNarrow = Also is not null || query != leading with { Status = query.Status };
        var nearby = isNarrow ? Math.Max(Nearby, limit) : limit;
        var ids = new List<Guid>();
        foreach (var part in order.Parts(last).Where(part => Statuses(part).Any()))
        {
            var near = Walk(part, leading, nearby);
            ids.AddRange(await part.Sort(Narrow(query, near.Take(nearby))).Take(limit - ids.Count).Select(p => p.Id).ToListAsync(cancellationToken));
            if (ids.Count == limit)
            {
                break;
            }

            if (isNarrow && await near.Skip(nearby).AnyAsync(cancellationToken))
            {
                return await FindAllAsync(last, limit, cancellationToken);
            }
        }

        return ids;
    }

    /// <summary>
    /// The beginning of a part of the order, plus one: the beginnings for each status, from an index, merged. The leading filters narrow
    /// the whole again, so that the database knows which columns are constant and need no sorting.
    /// </summary>
    private IQueryable<Pair> Walk(OrderPart part, PairQuery leading, int nearby)
    {
        var stretches = Statuses(part).Select(status => part.Sort(part.Within(WithinDoubt((leading with { Status = status }).Of(db, workspaceId)))).Take(nearby + 1));
        return part.Sort(leading.Narrow(db, stretches.Aggregate(Queryable.Concat)));
    }

    /// <summary>The requested statuses of a part; pending pairs have no reviewer.</summary>
    private IEnumerable<PairStatus> Statuses(OrderPart part) => part.Statuses
        .Where(status => (query.Status is null || query.Status == status) && (query.Reviewer is null || status != PairStatus.Pending));

    private IQueryable<Pair> WithinDoubt(IQueryable<Pair> pairs) =>
        order == PairOrder.DoubtfulFirst && query.Flag == PairQuery.NoFlag ? pairs.Where(p => p.Doubt <= Doubt.MostWithoutFlags) : pairs;

    private Task<List<Guid>> FindAllAsync(Pair? last, int limit, CancellationToken cancellationToken)
    {
        var mine = db.Pairs.Where(p => p.WorkspaceId == workspaceId);
        var fitting = Few is null ? Narrow(query, mine) : Narrow(query with { Search = null }, mine.Where(p => Few.Contains(p.Id)));
        var behind = last is null ? fitting : order.After(fitting, last);
        var none = 0; // An offset, even of zero, keeps the database from walking the order before it has found what matches.
        return order.Of(behind.InAnyOrder().Skip(none)).Take(limit).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    private IQueryable<Pair> Narrow(PairQuery by, IQueryable<Pair> pairs)
    {
        var narrowed = by.Narrow(db, pairs);
        return Also is null ? narrowed : Also(narrowed);
    }

    /// <summary>The filters that precede the order in an index, or are ranges of it.</summary>
    private PairQuery Leading() => order switch
    {
        PairOrder.DoubtfulFirst or PairOrder.LastDecidedFirst => new(),
        PairOrder.WorstFirst => new() { RunId = query.RunId, MinScore = query.MinScore, MaxScore = query.MaxScore },
        _ when query.DocumentId is { } document => new() { DocumentId = document, RunId = query.RunId },
        PairOrder.ByDocument => new(),
        _ => new() { RunId = query.RunId, Type = query.Type },
    };
}
