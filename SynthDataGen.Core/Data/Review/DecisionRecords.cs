using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation;
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

    /// <summary>A span of the new evidence holds no words of the source.</summary>
    BadEvidence,
}

/// <summary>Deciding on pairs: the change of the pair, the event and the end of its lease are one transaction.</summary>
public sealed class DecisionRecords(IDbContextFactory<SynthDataGenDb> factory, EditRecords edits)
{
    /// <summary>Decides on the version that was seen.</summary>
    /// <param name="workspaceId">The pair's workspace.</param>
    /// <param name="pairId">The pair.</param>
    /// <param name="version">Its version as the reviewer saw it.</param>
    /// <param name="decide">The pair's door to go through.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DecisionOutcome> DecideAsync(
        Guid workspaceId, Guid pairId, int version, Func<Pair, Decision> decide, CancellationToken cancellationToken) =>
        SaveAsync(workspaceId, pairId, version, (_, pair) => Task.FromResult<(Decision?, DecisionOutcome)>((decide(pair), DecisionOutcome.Saved)), cancellationToken);

    /// <summary>Puts other words in place, checks them anew, and approves them.</summary>
    public Task<DecisionOutcome> EditAsync(
        Guid workspaceId, Guid pairId, int version, PairEdit edit, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync(
            workspaceId,
            pairId,
            version,
            async (db, pair) => await edits.CheckAsync(db, pair, edit, cancellationToken) is { } edited
                ? (pair.Edit(edited, by, at, edit.Reason), DecisionOutcome.Saved)
                : (null, DecisionOutcome.BadEvidence),
            cancellationToken);

    /// <summary>Takes the newest decision back that still stands.</summary>
    public Task<DecisionOutcome> UndoAsync(Guid workspaceId, Guid pairId, int version, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync(workspaceId, pairId, version, (db, pair) => UndoAsync(db, pair, by, at, cancellationToken), cancellationToken);

    private static async Task<(Decision?, DecisionOutcome)> UndoAsync(SynthDataGenDb db, Pair pair, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var last = await db.Decisions.Where(d => d.PairId == pair.Id && d.Action != DecisionAction.Undo && !d.Undone)
            .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return (null, DecisionOutcome.NothingToUndo);
        }

        var undo = pair.Undo(last, by, at);
        if (undo.After.HasText)
        {
            await PairPlacing.RestoreAsync(db, pair, cancellationToken);
        }

        return (undo, DecisionOutcome.Saved);
    }

    private async Task<DecisionOutcome> SaveAsync(
        Guid workspaceId, Guid pairId, int version, Func<SynthDataGenDb, Pair, Task<(Decision?, DecisionOutcome)>> decide, CancellationToken cancellationToken)
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

                    var (decision, outcome) = await decide(db, pair);
                    if (decision is not null)
                    {
                        db.Add(decision);
                        await db.SaveChangesAsync(cancellationToken);
                        await db.Leases.Where(l => l.PairId == pairId).ExecuteDeleteAsync(cancellationToken);
                        await db.TellAsync(workspaceId, ChangeNote.Pair, pairId, cancellationToken);
                    }

                    return outcome;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return DecisionOutcome.Conflict;
        }
    }
}
