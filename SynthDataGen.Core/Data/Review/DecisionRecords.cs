using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>How a decision ended.</summary>
public enum DecisionOutcome
{
    Saved,
    NotFound,

    /// <summary>The pair has another version by now.</summary>
    Conflict,

    /// <summary>There is no decision to undo.</summary>
    NothingToUndo,
}

/// <summary>Deciding on pairs: the change of the pair and the event are one transaction.</summary>
public sealed class DecisionRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Decides on the version that was seen.</summary>
    /// <param name="workspaceId">The pair's workspace.</param>
    /// <param name="pairId">The pair.</param>
    /// <param name="version">Its version as the reviewer saw it.</param>
    /// <param name="decide">The pair's door to go through.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DecisionOutcome> DecideAsync(
        Guid workspaceId, Guid pairId, int version, Func<Pair, Decision> decide, CancellationToken cancellationToken) =>
        SaveAsync(workspaceId, pairId, version, (_, pair) => Task.FromResult<Decision?>(decide(pair)), cancellationToken);

    /// <summary>Takes the newest decision back that still stands.</summary>
    public Task<DecisionOutcome> UndoAsync(Guid workspaceId, Guid pairId, int version, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync(
            workspaceId,
            pairId,
            version,
            async (db, pair) =>
            {
                var last = await db.Decisions.Where(d => d.PairId == pairId && d.Action != DecisionAction.Undo && !d.Undone)
                    .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
                return last is null ? null : pair.Undo(last, by, at);
            },
            cancellationToken);

    private async Task<DecisionOutcome> SaveAsync(
        Guid workspaceId, Guid pairId, int version, Func<SynthDataGenDb, Pair, Task<Decision?>> decide, CancellationToken cancellationToken)
    {
        try
        {
            return await factory.InTransactionAsync(
                async db =>
                {
                    var pair = await db.Pairs.SingleOrDefaultAsync(p => p.WorkspaceId == workspaceId && p.Id == pairId, cancellationToken);
                    if (pair is null || pair.Version != version)
                    {
                        return pair is null ? DecisionOutcome.NotFound : DecisionOutcome.Conflict;
                    }

                    if (await decide(db, pair) is not { } decision)
                    {
                        return DecisionOutcome.NothingToUndo;
                    }

                    db.Add(decision);
                    await db.SaveChangesAsync(cancellationToken);
                    await db.TellAsync(workspaceId, ChangeNote.Pair, pairId, cancellationToken);
                    return DecisionOutcome.Saved;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return DecisionOutcome.Conflict;
        }
    }
}
