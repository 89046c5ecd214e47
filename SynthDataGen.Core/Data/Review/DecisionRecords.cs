using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Review;

/// <summary>How a decision ended.</summary>
public enum DecisionOutcome
{
    Saved,
    NotFound,

    /// <summary>The pair now has another version.</summary>
    Conflict,

    /// <summary>There is no decision to undo.</summary>
    NothingToUndo,

    /// <summary>A span of the new evidence has no words of the source in it.</summary>
    BadEvidence,

    /// <summary>Somebody else must decide: the caller gave one of the opinions on the pair.</summary>
    OpinionGiven,
}

/// <summary>Decides on pairs. The change of the pair, the event and the end of its lease are one transaction.</summary>
public sealed class DecisionRecords(IDbContextFactory<SynthDataGenDb> factory, EditRecords edits)
{
    /// <summary>Decides on the version that was seen, or gives an opinion on it.</summary>
    /// <param name="workspaceId">The pair's workspace.</param>
    /// <param name="pairId">The pair.</param>
    /// <param name="version">Its version as the reviewer saw it.</param>
    /// <param name="verdict">What the reviewer holds to be right.</param>
    /// <param name="reviewer">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<DecisionOutcome> DecideAsync(
        Guid workspaceId, Guid pairId, int version, Verdict verdict, Reviewer reviewer, CancellationToken cancellationToken) =>
        SaveAsync(
            workspaceId,
            pairId,
            version,
            (_, review) => Task.FromResult<(Decision?, DecisionOutcome)>(
                review.MayDecide(reviewer) ? (review.Decide(verdict, reviewer), DecisionOutcome.Saved) : (null, DecisionOutcome.OpinionGiven)),
            cancellationToken);

    /// <summary>Replaces the wording, checks it again and approves it; or gives it as an opinion.</summary>
    public Task<DecisionOutcome> EditAsync(
        Guid workspaceId, Guid pairId, int version, PairEdit edit, Reviewer reviewer, CancellationToken cancellationToken) =>
        SaveAsync(workspaceId, pairId, version, (db, review) => EditAsync(db, review, edit, reviewer, cancellationToken), cancellationToken);

    /// <summary>Undoes the newest decision in force. An opinion can be undone only by the person who gave it, and only while it is the only one.</summary>
    public Task<DecisionOutcome> UndoAsync(Guid workspaceId, Guid pairId, int version, Reviewer reviewer, CancellationToken cancellationToken) =>
        SaveAsync(workspaceId, pairId, version, (db, review) => UndoAsync(db, review, reviewer, cancellationToken), cancellationToken);

    private async Task<(Decision?, DecisionOutcome)> EditAsync(SynthDataGenDb db, PairReview review, PairEdit edit, Reviewer reviewer, CancellationToken cancellationToken)
    {
        if (!review.MayDecide(reviewer))
        {
            return (null, DecisionOutcome.OpinionGiven);
        }

        if (await edits.CheckAsync(db, review.Pair, edit, cancellationToken) is not { } edited)
        {
            return (null, DecisionOutcome.BadEvidence);
        }

        var made = review.Decide(Verdict.Edit(edited, edit.Reason), reviewer);
        if (made.Opinion)
        {
            await PairPlacing.RestoreAsync(db, review.Pair, cancellationToken);
        }

        return (made, DecisionOutcome.Saved);
    }

    private static async Task<(Decision?, DecisionOutcome)> UndoAsync(SynthDataGenDb db, PairReview review, Reviewer reviewer, CancellationToken cancellationToken)
    {
        var standing = await db.Decisions.Where(d => d.PairId == review.Pair.Id && !d.Undone)
            .Where(d => d.Action != DecisionAction.Undo && d.Action != DecisionAction.Assign && d.Action != DecisionAction.Unassign)
            .OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);
        if (standing.Find(d => review.MayUndo(d, reviewer.By)) is not { } last)
        {
            return (null, DecisionOutcome.NothingToUndo);
        }

        var undo = review.Undo(last, reviewer.By, reviewer.At);
        if (undo.After.HasText)
        {
            await PairPlacing.RestoreAsync(db, review.Pair, cancellationToken);
        }

        return (undo, DecisionOutcome.Saved);
    }

    private async Task<DecisionOutcome> SaveAsync(
        Guid workspaceId, Guid pairId, int version, Func<SynthDataGenDb, PairReview, Task<(Decision?, DecisionOutcome)>> decide, CancellationToken cancellationToken)
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

                    var review = await db.LoadReviewAsync(pair, cancellationToken);
                    var (decision, outcome) = await decide(db, review);
                    if (decision is not null)
                    {
                        db.Add(decision);
                        await db.SaveChangesAsync(cancellationToken);
                        await db.SaveReviewAsync(review, cancellationToken);
                        await db.Leases.Where(l => l.PairId == pairId).ExecuteDeleteAsync(cancellationToken);
                        await db.NotifyAsync(workspaceId, ChangeNote.Pair, pairId, cancellationToken);
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
