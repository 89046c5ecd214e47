using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>
/// Finds one page of pairs, whatever narrows them. First it looks nearby: among the next thousands in the order, which an index
/// has. Only where those do not fill the page it looks for all that fit, by whichever index finds them, and puts these in order.
/// So neither a word that many pairs have is sorted by the hundred thousand, nor is the whole order walked for one that few have;
/// left to itself the database does either, as it takes words to be spread evenly over an order.
/// </summary>
internal sealed class PairPages(SynthDataGenDb db, Guid workspaceId, PairQuery query, PairOrder order)
{
    /// <summary>How many pairs are nearby.</summary>
    public int Nearby { get; init; } = 10_000;

    /// <summary>Where few pairs hold what is searched for, these; null: many do, or nothing is searched for.</summary>
    public IReadOnlyList<Guid>? Few { get; init; }

    /// <summary>What narrows the pairs beside the query.</summary>
    public Func<IQueryable<Pair>, IQueryable<Pair>>? Also { get; init; }

    /// <summary>The ids of the next pairs behind one, in order.</summary>
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
    /// The beginning of a part of the order, and one more: that of each status, as an index has it, merged. What leads narrows the whole
    /// again, for so the database knows what is the same for all and need not sort by it.
    /// </summary>
    private IQueryable<Pair> Walk(OrderPart part, PairQuery leading, int nearby)
    {
        var stretches = Statuses(part).Select(status => part.Sort(part.Within(WithinDoubt((leading with { Status = status }).Of(db, workspaceId)))).Take(nearby + 1));
        return part.Sort(leading.Narrow(db, stretches.Aggregate(Queryable.Concat)));
    }

    /// <summary>The statuses of a part that are asked for; nobody decided on pairs that wait.</summary>
    private IEnumerable<PairStatus> Statuses(OrderPart part) => part.Statuses
        .Where(status => (query.Status is null || query.Status == status) && (query.Reviewer is null || status != PairStatus.Pending));

    private IQueryable<Pair> WithinDoubt(IQueryable<Pair> pairs) =>
        order == PairOrder.DoubtfulFirst && query.Flag == PairQuery.NoFlag ? pairs.Where(p => p.Doubt <= Doubt.MostWithoutFlags) : pairs;

    private Task<List<Guid>> FindAllAsync(Pair? last, int limit, CancellationToken cancellationToken)
    {
        var mine = db.Pairs.Where(p => p.WorkspaceId == workspaceId);
        var fitting = Few is null ? Narrow(query, mine) : Narrow(query with { Search = null }, mine.Where(p => Few.Contains(p.Id)));
        var behind = last is null ? fitting : order.After(fitting, last);
        var none = 0; // An offset, even of nothing, keeps the database from looking for the order before it has found what fits.
        return order.Of(behind.InAnyOrder().Skip(none)).Take(limit).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    private IQueryable<Pair> Narrow(PairQuery by, IQueryable<Pair> pairs)
    {
        var narrowed = by.Narrow(db, pairs);
        return Also is null ? narrowed : Also(narrowed);
    }

    /// <summary>The filters that stand before the order in an index, or are ranges of it.</summary>
    private PairQuery Leading() => order switch
    {
        PairOrder.DoubtfulFirst or PairOrder.LastDecidedFirst => new(),
        PairOrder.WorstFirst => new() { RunId = query.RunId, MinScore = query.MinScore, MaxScore = query.MaxScore },
        _ when query.DocumentId is { } document => new() { DocumentId = document, RunId = query.RunId },
        PairOrder.ByDocument => new(),
        _ => new() { RunId = query.RunId, Type = query.Type },
    };
}
