using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Review.Second;

/// <summary>
/// The second reviews of the pairs in a piece of a bulk decision. A bulk decision counts as one opinion, but it never decides between
/// two opinions that differ, which somebody must look at.
/// </summary>
internal sealed class PieceReviews(SynthDataGenDb db, BulkDecision bulk, Dictionary<Guid, SecondReview> reviews, int share)
{
    private bool Judges => bulk.Action is DecisionAction.Approve or DecisionAction.Reject;

    /// <summary>Loads the second reviews of locked pairs.</summary>
    public static async Task<PieceReviews> LoadAsync(SynthDataGenDb db, BulkDecision bulk, IReadOnlyList<Guid> pairs, CancellationToken cancellationToken)
    {
        var settings = await db.Workspaces.Where(w => w.Id == bulk.WorkspaceId).Select(w => w.Review).SingleAsync(cancellationToken);
        var reviews = await db.SecondReviews.Where(s => pairs.Contains(s.PairId)).ToDictionaryAsync(s => s.PairId, cancellationToken);
        return new(db, bulk, reviews, settings.SecondShare ?? 0);
    }

    public bool MayDecide(Guid pair, PairStatus status) =>
        !Judges || status != PairStatus.Pending || reviews.GetValueOrDefault(pair) is not { } second
        || (second.Stage != ReviewStage.Adjudication && second.MayDecide(bulk.By, settles: false));

    public bool IsOpinion(Guid pair, PairStatus status) => Judges && status == PairStatus.Pending && reviews.GetValueOrDefault(pair) switch
    {
        null => Reviewer.NeedsSecond(pair, share),
        var second => second.Stage == ReviewStage.Second && second.FirstAction != bulk.Action,
    };

    public void Take(Decision made)
    {
        if (!Judges)
        {
            return;
        }

        if (reviews.TryGetValue(made.PairId, out var second))
        {
            second.Take(made);
        }
        else if (made.Opinion)
        {
            db.Add(SecondReview.Begin(bulk.WorkspaceId, made));
        }
    }

    public bool MayUndo(Decision made) => !made.Opinion || (reviews.TryGetValue(made.PairId, out var second) && second.MayWithdraw(made));

    public void TakeBack(Decision made)
    {
        if (reviews.TryGetValue(made.PairId, out var second) && !second.TakeBack(made))
        {
            db.Remove(second);
        }
    }
}
