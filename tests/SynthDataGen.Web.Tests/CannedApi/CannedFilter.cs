using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>The canned pairs that match a filter, in the order they were made.</summary>
internal static class CannedFilter
{
    public static IReadOnlyList<Pair> Of(CannedData data, PairFilter filter)
    {
        lock (data.Pairs)
        {
            return [.. data.Pairs.ToArray().Where(pair => Stands(filter, pair) && Reads(filter, pair))];
        }
    }

    private static bool Stands(PairFilter filter, Pair pair) =>
        (filter.Status is null || pair.Status == filter.Status) && (filter.Stage switch { null => true, "open" => pair.Assignee is null or "admin", var stage => pair.Stage == stage })
        && (filter.Flag is null || (filter.Flag == "any" ? pair.Flags.Count > 0 : pair.Flags.Contains(filter.Flag)))
        && (filter.DocumentId is null || pair.DocumentId == filter.DocumentId) && (filter.RunId is null || pair.RunId == filter.RunId)
        && (filter.ClusterId is null || pair.ClusterId == filter.ClusterId || pair.Id == filter.ClusterId)
        && (filter.Reviewer is null || pair.DecidedBy == filter.Reviewer) && (filter.Tag is null || pair.Tags?.Contains(filter.Tag) == true)
        && filter.Assignee switch { null => true, "none" => pair.Assignee is null, "me" => pair.Assignee == "admin", var name => pair.Assignee == name };

    private static bool Reads(PairFilter filter, Pair pair) =>
        (filter.Type is null || pair.QuestionType == filter.Type) && (filter.Difficulty is null || pair.Difficulty == filter.Difficulty)
        && (filter.From is null || pair.CreatedAt >= filter.From) && (filter.To is null || pair.CreatedAt < filter.To)
        && (filter.Search is null || (pair.Question + pair.Answer).Contains(filter.Search, StringComparison.OrdinalIgnoreCase));
}
