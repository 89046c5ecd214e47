using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>A pair with what its document and revision say of its origin.</summary>
public sealed record PairRow(Pair Pair, string DocumentKey, string Sha256);

/// <summary>Listing pairs.</summary>
public sealed class PairRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Pairs as their contexts stand in the runs, the oldest run first; or all the other way round.</summary>
    /// <param name="workspaceId">Whose pairs.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="newestFirst">The other way round.</param>
    /// <param name="after">A pair's id: those that come behind it.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<PairRow>> ListAsync(
        Guid workspaceId, PairQuery query, bool newestFirst, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pairs = query.Of(db, workspaceId);
        if (after is not null && await db.Pairs.AsNoTracking().SingleOrDefaultAsync(p => p.WorkspaceId == workspaceId && p.Id == after, cancellationToken) is { } last)
        {
            pairs = newestFirst
                ? pairs.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)))
                : pairs.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.RunId, p.Context, p.Ordinal), ValueTuple.Create(last.RunId, last.Context, last.Ordinal)));
        }

        pairs = newestFirst
            ? pairs.OrderByDescending(p => p.RunId).ThenByDescending(p => p.Context).ThenByDescending(p => p.Ordinal)
            : pairs.OrderBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal);
        var rows = await Rows(db, pairs.Take(limit)).ToListAsync(cancellationToken);
        return newestFirst ? [.. rows.AsEnumerable().Reverse()] : rows;
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
