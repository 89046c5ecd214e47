using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>The pairs given to a reviewer.</summary>
/// <param name="Rows">The pairs; first those that the reviewer had already.</param>
/// <param name="Until">When the leases end.</param>
/// <param name="Elsewhere">If fewer than requested were given: how many matching pairs are leased to others. Otherwise null: they were not counted.</param>
public sealed record LeasedPairs(IReadOnlyList<PairRow> Rows, DateTimeOffset Until, int? Elsewhere);

/// <summary>A request for pairs.</summary>
/// <param name="By">Who.</param>
/// <param name="Query">Among these; only pending ones are given.</param>
/// <param name="Order">In this order.</param>
/// <param name="Count">How many.</param>
/// <param name="Skip">Without these.</param>
/// <param name="Time">For how long.</param>
public sealed record LeaseRequest(string By, PairQuery Query, PairOrder Order, int Count, IReadOnlyList<Guid> Skip, TimeSpan Time);

/// <summary>Keeps the pairs that one person is looking at from the others. All times are the database's.</summary>
public sealed class LeaseRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Spare pairs to choose from, as others may take some in the meantime.</summary>
    private const int Spare = 100;

    /// <summary>Leases pending pairs: first those that the person has already, then free ones.</summary>
    public async Task<LeasedPairs> TakeAsync(Guid workspaceId, LeaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = await db.NowAsync(cancellationToken);
        var pending = request with { Query = request.Query with { Status = PairStatus.Pending, OpenTo = request.By } };
        var ids = await ListOwnAsync(db, workspaceId, pending, now, cancellationToken);
        var want = request.Count - ids.Count;
        while (want > 0)
        {
            var free = await ListFreeAsync(db, workspaceId, pending, now, want + Spare, cancellationToken);
            ids.AddRange(await ClaimAsync(workspaceId, request, free, want, cancellationToken));
            want = free.Count < want + Spare ? 0 : request.Count - ids.Count;
        }

        int? elsewhere = ids.Count < request.Count ? await CountElsewhereAsync(db, workspaceId, pending, now, cancellationToken) : null;
        return new(await PairRecords.LoadAsync(db, ids, cancellationToken), now + request.Time, elsewhere);
    }

    /// <summary>Extends the person's leases, including expired ones, and returns the pairs that nobody else has taken since.</summary>
    public async Task<IReadOnlyList<Guid>> RenewAsync(Guid workspaceId, string by, IReadOnlyList<Guid> ids, TimeSpan time, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var until = await db.NowAsync(cancellationToken) + time;
        var mine = db.Leases.Where(l => l.By == by && ids.Contains(l.PairId) && db.Pairs.Any(p => p.Id == l.PairId && p.WorkspaceId == workspaceId));
        await mine.ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), cancellationToken);
        return await mine.Where(l => l.Until >= until).Select(l => l.PairId).ToListAsync(cancellationToken);
    }

    /// <summary>Ends the person's leases, and returns their pairs.</summary>
    public async Task<IReadOnlyList<Guid>> ReturnAsync(Guid workspaceId, string by, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<Guid>(
            $"""
            DELETE FROM leases USING pairs
            WHERE leases.pair_id = ANY({ids.ToArray()}) AND leases.by = {by} AND pairs.id = leases.pair_id AND pairs.workspace_id = {workspaceId}
            RETURNING leases.pair_id AS "Value"
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The pairs that the person has already, with their leases extended.</summary>
    private static async Task<List<Guid>> ListOwnAsync(
        SynthDataGenDb db, Guid workspaceId, LeaseRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var leased = request.Query.Of(db, workspaceId)
            .Where(p => db.Leases.Any(l => l.PairId == p.Id && l.Until > now && l.By == request.By) && !request.Skip.Contains(p.Id));
        var none = 0; // As in PairPages: leased pairs are found first and sorted afterwards.
        var mine = await request.Order.Of(leased.InAnyOrder().Skip(none)).Take(request.Count).Select(p => p.Id).ToListAsync(cancellationToken);
        if (mine.Count == 0)
        {
            return mine;
        }

        var until = now + request.Time;
        await db.Leases.Where(l => l.By == request.By && mine.Contains(l.PairId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until), cancellationToken);
        return mine;
    }

    private static Task<int> CountElsewhereAsync(
        SynthDataGenDb db, Guid workspaceId, LeaseRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        request.Query.Of(db, workspaceId).CountAsync(p => db.Leases.Any(l => l.PairId == p.Id && l.Until > now && l.By != request.By), cancellationToken);

    private static async Task<IReadOnlyList<Guid>> ListFreeAsync(
        SynthDataGenDb db, Guid workspaceId, LeaseRequest request, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        IQueryable<Pair> Free(IQueryable<Pair> pairs) => pairs.Where(p => !db.Leases.Any(l => l.PairId == p.Id && l.Until > now) && !request.Skip.Contains(p.Id));
        var few = await SearchWords.FindFewAsync(db, request.Query.Search, cancellationToken);
        return request.Order == PairOrder.Spread
            ? [.. (await new PairSpread(db, workspaceId, request.Query) { Few = few, Also = Free }.FindAsync([], limit, cancellationToken)).Select(card => card.Id)]
            : await new PairPages(db, workspaceId, request.Query, request.Order) { Few = few, Also = Free }.FindAsync(null, limit, cancellationToken);
    }

    /// <summary>Leases the first of these that nobody has taken since. Callers take turns, so that each sees what is left.</summary>
    private Task<List<Guid>> ClaimAsync(Guid workspaceId, LeaseRequest request, IReadOnlyList<Guid> free, int count, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.LockLeasesAsync(workspaceId, cancellationToken);
                var claimed = await db.Database.SqlQuery<Guid>(
                    $"""
                    INSERT INTO leases (pair_id, by, until)
                    SELECT pairs.id, {request.By}, clock_timestamp() + {request.Time}
                    FROM unnest({free.ToArray()}) WITH ORDINALITY AS free (id, place) JOIN pairs ON pairs.id = free.id
                    WHERE pairs.status = {nameof(PairStatus.Pending)}
                        AND NOT EXISTS (SELECT FROM leases WHERE leases.pair_id = free.id AND leases.until > clock_timestamp())
                    ORDER BY free.place LIMIT {count}
                    ON CONFLICT (pair_id) DO UPDATE SET by = excluded.by, until = excluded.until
                    RETURNING pair_id AS "Value"
                    """).ToListAsync(cancellationToken);
                return free.Where(claimed.Contains).ToList();
            },
            cancellationToken);
}
