using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>A pair with what its document and revision say of its origin.</summary>
public sealed record PairRow(Pair Pair, string DocumentKey, string Sha256);

/// <summary>Listing pairs.</summary>
public sealed class PairRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Pairs in an order; within the same score, as their contexts stand in the runs.</summary>
    /// <param name="workspaceId">Whose pairs.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">A pair's id: those that come behind it.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<PairRow>> ListAsync(
        Guid workspaceId, PairQuery query, PairOrder order, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pairs = query.Of(db, workspaceId);
        if (after is not null && await db.Pairs.AsNoTracking().SingleOrDefaultAsync(p => p.WorkspaceId == workspaceId && p.Id == after, cancellationToken) is { } last)
        {
            pairs = order.After(pairs, last);
        }

        return order.Arrange(await Rows(db, order.Of(pairs).Take(limit)).ToListAsync(cancellationToken));
    }

    public async Task<PairRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Rows(db, db.Pairs.AsNoTracking().Where(p => p.WorkspaceId == workspaceId && p.Id == id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>All decisions on a pair, oldest first.</summary>
    public async Task<IReadOnlyList<Decision>> ListDecisionsAsync(Guid pairId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Decisions.AsNoTracking().Where(d => d.PairId == pairId).OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The pairs in their order, with what belongs to them.</summary>
    internal static IQueryable<PairRow> Rows(SynthDataGenDb db, IQueryable<Pair> pairs) =>
        from p in pairs
        join d in db.Documents on p.DocumentId equals d.Id
        join r in db.Revisions on p.RevisionId equals r.Id
        orderby p.RunId, p.Context, p.Ordinal
        select new PairRow(p, d.Key, r.Sha256);
}
