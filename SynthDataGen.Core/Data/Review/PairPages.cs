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
    private const int Nearby = 5_000;

    /// <summary>What narrows the pairs beside the query.</summary>
    public Func<IQueryable<Pair>, IQueryable<Pair>>? Also { get; init; }

    /// <summary>The ids of the next pairs behind one, in order.</summary>
    public async Task<List<Guid>> FindAsync(Pair? last, int limit, CancellationToken cancellationToken)
    {
        var (leading, rest) = Split();
        var isNarrow = Also is not null || rest != new PairQuery();
        var near = await FindNearbyAsync(leading, rest, last, limit, isNarrow ? Math.Max(Nearby, limit) : limit, cancellationToken);
        return near.Count == limit || !isNarrow ? near : await FindAllAsync(last, limit, cancellationToken);
    }

    private Task<List<Guid>> FindNearbyAsync(PairQuery leading, PairQuery rest, Pair? last, int limit, int nearby, CancellationToken cancellationToken)
    {
        var stretches = (query.Status is { } wanted ? [wanted] : Enum.GetValues<PairStatus>())
            .SelectMany(status => order.Stretches((leading with { Status = status }).Of(db, workspaceId), status, last))
            .Select(stretch => stretch.Take(nearby))
            .ToList();
        return stretches.Count == 0
            ? Task.FromResult<List<Guid>>([])
            : order.Of(Narrow(rest, stretches.Aggregate(Queryable.Concat))).Take(limit).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    private Task<List<Guid>> FindAllAsync(Pair? last, int limit, CancellationToken cancellationToken)
    {
        var fitting = Narrow(query, db.Pairs.Where(p => p.WorkspaceId == workspaceId));
        var behind = last is null ? fitting : order.After(fitting, last);
        var none = 0; // An offset, even of nothing, keeps the database from looking for the order before it has found what fits.
        return order.Of(behind.Skip(none)).Take(limit).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    private IQueryable<Pair> Narrow(PairQuery by, IQueryable<Pair> pairs)
    {
        var narrowed = by.Narrow(db, pairs);
        return Also is null ? narrowed : Also(narrowed);
    }

    /// <summary>The filter that stands before the order in an index, and the others.</summary>
    private (PairQuery Leading, PairQuery Others) Split()
    {
        var rest = query with { Status = null };
        return order switch
        {
            not (PairOrder.OldestFirst or PairOrder.NewestFirst or PairOrder.ByDocument) => (new(), rest),
            _ when rest.DocumentId is { } document => (new(DocumentId: document), rest with { DocumentId = null }),
            _ when rest.RunId is { } run && order != PairOrder.ByDocument => (new(RunId: run), rest with { RunId = null }),
            _ when rest.Type is { } type && order != PairOrder.ByDocument => (new(Type: type), rest with { Type = null }),
            _ => (new(), rest),
        };
    }
}
