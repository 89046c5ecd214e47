using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>
/// One decision on many pairs, in pieces of one transaction each. Small ones are done within the call; larger ones continue in a worker,
/// queued together with the row that records their progress, so that neither a lost process nor a second one does harm.
/// </summary>
public sealed class BulkRecords(IDbContextFactory<SynthDataGenDb> factory, BulkPieces pieces, WorkQueue work)
{
    /// <summary>Decides on these pairs in a single transaction.</summary>
    public Task<BulkDecision> DecideAsync(BulkDecision bulk, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var mine = await db.Pairs.Where(p => p.WorkspaceId == bulk.WorkspaceId && ids.Contains(p.Id)).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
                bulk.Total = mine.Count;
                db.Add(bulk);
                await db.SaveChangesAsync(cancellationToken);
                bulk.Advance(null, await pieces.DecideAsync(db, bulk, mine, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
                return bulk;
            },
            cancellationToken);

    /// <summary>Decides on all pairs that match its query now; if they are many, it returns before they are done.</summary>
    public async Task<BulkDecision> DecideAsync(BulkDecision bulk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulk);
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            var few = await BulkPieces.Matching(db, bulk).InAnyOrder().Take(BulkPieces.Most + 1).Select(p => p.Id).ToListAsync(cancellationToken);
            if (few.Count <= BulkPieces.Most)
            {
                return await DecideAsync(bulk, few, cancellationToken);
            }
        }

        return await factory.InTransactionAsync(
            async db =>
            {
                db.Add(bulk);
                await db.SaveChangesAsync(cancellationToken);
                await work.AddAsync(db, WorkKinds.DecideInBulk, [bulk.Id.ToString()], cancellationToken);
                return bulk;
            },
            cancellationToken);
    }

    /// <summary>Undoes a bulk decision on all pairs that nobody has decided on since; null where there is none. Undoing twice changes nothing more.</summary>
    public async Task<BulkDecision?> UndoAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        var bulk = await factory.InTransactionAsync(
            async db =>
            {
                if (await LockAsync(db, id, cancellationToken) is not { } found || found.WorkspaceId != workspaceId)
                {
                    return null;
                }

                if (found.State is BulkState.Working or BulkState.Done)
                {
                    found.Undo();
                    await db.SaveChangesAsync(cancellationToken);
                    await work.AddAsync(db, WorkKinds.DecideInBulk, [id.ToString()], cancellationToken);
                }

                return found;
            },
            cancellationToken);
        if (bulk is { IsAtWork: true, Changed: <= BulkPieces.Most })
        {
            await FinishAsync(id, cancellationToken);
        }

        return bulk is null ? null : await FindAsync(workspaceId, id, cancellationToken);
    }

    public async Task<BulkDecision?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.BulkDecisions.AsNoTracking().SingleOrDefaultAsync(b => b.WorkspaceId == workspaceId && b.Id == id, cancellationToken);
    }

    /// <summary>The latest of a workspace, newest first.</summary>
    public async Task<IReadOnlyList<BulkDecision>> ListAsync(Guid workspaceId, int most, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.BulkDecisions.AsNoTracking().Where(b => b.WorkspaceId == workspaceId).OrderByDescending(b => b.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>Does what is left. It can be interrupted, repeated, and run by two at the same time: each piece is done under a lock on the row.</summary>
    public async Task FinishAsync(Guid id, CancellationToken cancellationToken)
    {
        await CountAsync(id, cancellationToken);
        while (await DoPieceAsync(id, cancellationToken))
        {
        }
    }

    private async Task CountAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.BulkDecisions.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.Total == null, cancellationToken) is { } bulk)
        {
            var total = await BulkPieces.Matching(db, bulk).LongCountAsync(cancellationToken);
            await db.BulkDecisions.Where(b => b.Id == id && b.Total == null).ExecuteUpdateAsync(set => set.SetProperty(b => b.Total, total), cancellationToken);
        }
    }

    private Task<bool> DoPieceAsync(Guid id, CancellationToken cancellationToken) => factory.InTransactionAsync(
        async db =>
        {
            if (await LockAsync(db, id, cancellationToken) is not { IsAtWork: true } bulk)
            {
                return false;
            }

            await pieces.DoAsync(db, bulk, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return bulk.IsAtWork;
        },
        cancellationToken);

    private static Task<BulkDecision?> LockAsync(SynthDataGenDb db, Guid id, CancellationToken cancellationToken) =>
        db.BulkDecisions.FromSql($"SELECT * FROM bulk_decisions WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
}
