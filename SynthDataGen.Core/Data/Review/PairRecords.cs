using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Review;

/// <summary>A pair with its origin (document and revision), and the stage of its second review, if it needs two decisions.</summary>
public sealed record PairRow(Pair Pair, string DocumentKey, string Sha256, ReviewStage? Stage);

/// <summary>A page of pairs.</summary>
/// <param name="Rows">The pairs in their order.</param>
/// <param name="Next">The pairs that the next page comes behind: one, or when they are spread the last of each type. Null: there are no more.</param>
public sealed record PairPage(IReadOnlyList<PairRow> Rows, IReadOnlyList<Guid>? Next);

/// <summary>Listing pairs.</summary>
public sealed class PairRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Pairs in an order.</summary>
    /// <param name="workspaceId">Whose pairs.</param>
    /// <param name="query">Which of them.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">What the page before said comes next; empty: from the beginning.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<PairPage> ListAsync(
        Guid workspaceId, PairQuery query, PairOrder order, IReadOnlyList<Guid> after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var lasts = after.Count == 0 ? [] : await db.Pairs.AsNoTracking().Where(p => p.WorkspaceId == workspaceId && after.Contains(p.Id)).ToListAsync(cancellationToken);
        var few = await SearchWords.FindFewAsync(db, query.Search, cancellationToken);
        if (order == PairOrder.Spread)
        {
            return await SpreadAsync(db, new PairSpread(db, workspaceId, query) { Few = few }, lasts, limit, cancellationToken);
        }

        var ids = await new PairPages(db, workspaceId, query, order) { Few = few }.FindAsync(lasts.FirstOrDefault(), limit + 1, cancellationToken);
        return new(await LoadAsync(db, ids.Take(limit), cancellationToken), ids.Count > limit ? [ids[limit - 1]] : null);
    }

    /// <summary>The number of pairs, counted up to a limit.</summary>
    public async Task<int> CountAsync(Guid workspaceId, PairQuery query, int most, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await query.Of(db, workspaceId).InAnyOrder().Take(most).CountAsync(cancellationToken);
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

    /// <summary>The pairs in the order of their contexts, with what belongs to them.</summary>
    internal static IQueryable<PairRow> Rows(SynthDataGenDb db, IQueryable<Pair> pairs) =>
        from p in pairs
        join d in db.Documents on p.DocumentId equals d.Id
        join r in db.Revisions on p.RevisionId equals r.Id
        join s in db.SecondReviews on p.Id equals s.PairId into seconds
        from second in seconds.DefaultIfEmpty()
        orderby p.RunId, p.Context, p.Ordinal
        select new PairRow(p, d.Key, r.Sha256, second == null ? null : second.Stage);

    /// <summary>Pairs in the order of the given ids.</summary>
    internal static async Task<IReadOnlyList<PairRow>> LoadAsync(SynthDataGenDb db, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        var rows = await Rows(db, db.Pairs.AsNoTracking().Where(p => wanted.Contains(p.Id))).ToDictionaryAsync(row => row.Pair.Id, cancellationToken);
        return [.. wanted.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static async Task<PairPage> SpreadAsync(
        SynthDataGenDb db, PairSpread spread, IReadOnlyList<Pair> lasts, int limit, CancellationToken cancellationToken)
    {
        var found = await spread.FindAsync(lasts, limit + 1, cancellationToken);
        var page = found.Take(limit).ToList();
        var next = page.GroupBy(card => card.Type, StringComparer.Ordinal).ToDictionary(type => type.Key, type => type.Last().Id, StringComparer.Ordinal);
        foreach (var last in lasts)
        {
            next.TryAdd(last.QuestionType, last.Id);
        }

        return new(await LoadAsync(db, page.Select(card => card.Id), cancellationToken), found.Count > limit ? [.. next.Values] : null);
    }
}
