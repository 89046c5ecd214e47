using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>A pair with what its document and revision say of its origin.</summary>
public sealed record PairRow(Pair Pair, string DocumentKey, string Sha256);

/// <summary>Listing pairs.</summary>
public sealed class PairRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Pairs in the order they were made, or the other way round.</summary>
    public async Task<IReadOnlyList<PairRow>> ListAsync(
        Guid workspaceId, PairQuery query, bool newestFirst, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var pairs = query.Of(db, workspaceId);
        if (after is { } id)
        {
            pairs = newestFirst ? pairs.Where(p => p.Id < id) : pairs.Where(p => p.Id > id);
        }

        pairs = newestFirst ? pairs.OrderByDescending(p => p.Id) : pairs.OrderBy(p => p.Id);
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

    /// <summary>The pairs, oldest first, with what belongs to them.</summary>
    internal static IQueryable<PairRow> Rows(SynthDataGenDb db, IQueryable<Pair> pairs) =>
        from p in pairs
        join d in db.Documents on p.DocumentId equals d.Id
        join r in db.Revisions on p.RevisionId equals r.Id
        orderby p.Id
        select new PairRow(p, d.Key, r.Sha256);
}
