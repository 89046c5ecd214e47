using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Core.Data.Review.Second;

/// <summary>Loads and saves second reviews with their pairs.</summary>
internal static class SecondRows
{
    /// <summary>A pair with its second review, if any, and the opinion that the next one will be compared with.</summary>
    public static async Task<PairReview> LoadReviewAsync(this SynthDataGenDb db, Pair pair, CancellationToken cancellationToken)
    {
        var second = await db.SecondReviews.SingleOrDefaultAsync(s => s.PairId == pair.Id, cancellationToken);
        var first = second is { Stage: ReviewStage.Second }
            ? await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == second.FirstId, cancellationToken)
            : null;
        return new(pair, second, first);
    }

    /// <summary>Saves the second review. The pair is saved first: its version check lets only one of two simultaneous decisions get here.</summary>
    public static async Task SaveReviewAsync(this SynthDataGenDb db, PairReview review, CancellationToken cancellationToken)
    {
        var kept = db.SecondReviews.Local.SingleOrDefault();
        if (kept is null && review.Second is not null)
        {
            db.Add(review.Second);
        }
        else if (kept is not null && review.Second is null)
        {
            db.Remove(kept);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// The pairs that somebody can be given to review: none that they gave an opinion on, none that await adjudication,
    /// and none assigned to others. An assignment covers the first opinion; anybody else may give the second. This is a join, since with a
    /// subquery the database would read all second reviews for each page.
    /// </summary>
    public static IQueryable<Pair> OpenTo(this IQueryable<Pair> pairs, SynthDataGenDb db, string by) =>
        from pair in pairs
        join found in db.SecondReviews on pair.Id equals found.PairId into seconds
        from second in seconds.DefaultIfEmpty()
        where pair.Assignee == null || pair.Assignee == @by || second!.Stage == ReviewStage.Second
        where second == null || second.Stage == ReviewStage.Settled || (second.Stage == ReviewStage.Second && second.FirstBy != @by)
        select pair;
}
