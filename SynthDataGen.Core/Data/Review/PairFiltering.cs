using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>How each filter narrows a query.</summary>
internal static class PairFiltering
{
    public static IQueryable<Pair> Of(this PairQuery query, SynthDataGenDb db, Guid workspaceId) =>
        query.Narrow(db, db.Pairs.Where(p => p.WorkspaceId == workspaceId));

    public static IQueryable<Pair> Narrow(this PairQuery query, SynthDataGenDb db, IQueryable<Pair> pairs)
    {
        pairs = query.Status is { } status ? pairs.Where(p => p.Status == status) : pairs;
        pairs = query.DocumentId is { } document ? pairs.Where(p => p.DocumentId == document) : pairs;
        pairs = query.RunId is { } run ? pairs.Where(p => p.RunId == run) : pairs;
        pairs = query.Type is { } type ? pairs.Where(p => p.QuestionType == type) : pairs;
        pairs = query.Difficulty is { } difficulty ? pairs.Where(p => p.Difficulty == difficulty) : pairs;
        pairs = query.Reviewer is { } reviewer ? pairs.Where(p => p.DecidedBy == reviewer) : pairs;
        pairs = query.MinScore is { } min ? pairs.Where(p => p.JudgeScore >= min) : pairs;
        pairs = query.MaxScore is { } max ? pairs.Where(p => p.JudgeScore <= max) : pairs;
        pairs = query.Tag is { } tag ? pairs.Where(p => p.Tags.Count > 0 && p.Tags.Contains(tag)) : pairs;
        pairs = query.ClusterId is { } cluster ? pairs.Where(p => p.ClusterId == cluster || p.Id == cluster) : pairs;
        return query.Searched(db, query.Staged(db, query.Made(query.Flagged(pairs))));
    }

    private static IQueryable<Pair> Staged(this PairQuery query, SynthDataGenDb db, IQueryable<Pair> pairs)
    {
        pairs = query.Stage is { } stage ? pairs.Where(p => db.SecondReviews.Any(s => s.PairId == p.Id && s.Stage == stage)) : pairs;
        pairs = query.OpenTo is { } by ? pairs.OpenTo(db, by) : pairs;
        return query.Assignee switch
        {
            null => pairs,
            PairQuery.Nobody => pairs.Where(p => p.Assignee == null),
            var assignee => pairs.Where(p => p.Assignee == assignee),
        };
    }

    /// <summary>The count of flags is tested along with the flag, since only pairs with flags are in the index.</summary>
    private static IQueryable<Pair> Flagged(this PairQuery query, IQueryable<Pair> pairs) => query.Flag switch
    {
        null => pairs,
        PairQuery.AnyFlag => pairs.Where(p => p.Flags.Count > 0),
        PairQuery.NoFlag => pairs.Where(p => p.Flags.Count == 0),
        var flag => pairs.Where(p => p.Flags.Count > 0 && p.Flags.Contains(flag)),
    };

    private static IQueryable<Pair> Made(this PairQuery query, IQueryable<Pair> pairs)
    {
        pairs = query.From is { } from ? pairs.Where(p => p.CreatedAt >= from) : pairs;
        return query.To is { } to ? pairs.Where(p => p.CreatedAt < to) : pairs;
    }

    private static IQueryable<Pair> Searched(this PairQuery query, SynthDataGenDb db, IQueryable<Pair> pairs)
    {
        if (query.Search is null)
        {
            return pairs;
        }

        var words = SearchWords.Matching(db, query.Search);
        return pairs.Where(p => words.Any(w => w.PairId == p.Id));
    }
}
