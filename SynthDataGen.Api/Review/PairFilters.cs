using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;
using SynthDataGen.Core.Review.Second;

namespace SynthDataGen.Api.Review;

/// <summary>A filter on the wire. One that makes no sense is refused with its code, so that nobody takes an empty list for an answer.</summary>
internal static class PairFilters
{
    private static readonly Dictionary<string, PairOrder> Orders = new(StringComparer.Ordinal)
    {
        ["created"] = PairOrder.OldestFirst,
        ["-created"] = PairOrder.NewestFirst,
        ["document"] = PairOrder.ByDocument,
        ["doubt"] = PairOrder.DoubtfulFirst,
        ["spread"] = PairOrder.Spread,
        ["judge"] = PairOrder.WorstFirst,
        ["-decided"] = PairOrder.LastDecidedFirst,
    };

    /// <summary>Reads a filter; returns what is wrong with it, or null.</summary>
    public static ProblemHttpResult? Read(PairFilter? given, string caller, out PairQuery query, out PairOrder order)
    {
        var filter = given ?? new();
        (query, order) = (new(), default);
        if (Fault(filter) is { } fault)
        {
            return fault;
        }

        WireNames.TryRead<PairStatus>(filter.Status, out var status);
        WireNames.TryRead<ReviewStage>(filter.Stage, out var stage);
        order = Orders[WireText.OrNull(filter.Sort) ?? "created"];
        query = new()
        {
            Status = status, Flag = WireText.OrNull(filter.Flag), DocumentId = filter.DocumentId, RunId = filter.RunId,
            Search = WireText.OrNull(filter.Search), Type = WireText.OrNull(filter.Type), Difficulty = WireText.OrNull(filter.Difficulty),
            Reviewer = WireText.OrNull(filter.Reviewer), MinScore = filter.MinScore, MaxScore = filter.MaxScore,
            From = filter.From?.ToUniversalTime(), To = filter.To?.ToUniversalTime(), Tag = WireText.OrNull(filter.Tag),
            ClusterId = filter.ClusterId, Stage = stage, OpenTo = filter.Stage == "open" ? caller : null,
            Assignee = WireText.OrNull(filter.Assignee) is "me" ? caller : WireText.OrNull(filter.Assignee),
        };
        return null;
    }

    /// <summary>What was asked for, but for its order.</summary>
    public static PairFilter ToWire(this PairQuery q) => new()
    {
        Status = q.Status?.ToWire(), Flag = q.Flag, DocumentId = q.DocumentId, RunId = q.RunId, Search = q.Search, Type = q.Type,
        Difficulty = q.Difficulty, Reviewer = q.Reviewer, MinScore = q.MinScore, MaxScore = q.MaxScore, From = q.From, To = q.To, Tag = q.Tag,
        ClusterId = q.ClusterId, Stage = q.OpenTo is null ? q.Stage?.ToWire() : "open", Assignee = q.Assignee,
    };

    private static ProblemHttpResult? Fault(PairFilter filter)
    {
        if (!WireNames.TryRead<PairStatus>(filter.Status, out _))
        {
            return Problems.BadRequest("unknown-status", $"There is no status \"{filter.Status}\"; there are pending, approved and rejected.");
        }

        if (filter.Stage is not (null or "" or "second" or "adjudication" or "open"))
        {
            return Problems.BadRequest("unknown-stage", $"There is no stage \"{filter.Stage}\"; there are second, adjudication and open.");
        }

        if (!Orders.ContainsKey(WireText.OrNull(filter.Sort) ?? "created"))
        {
            return Problems.BadRequest("unknown-sort", $"Pairs can't be sorted by \"{filter.Sort}\"; use one of {string.Join(", ", Orders.Keys)}.");
        }

        if (WireText.OrNull(filter.Type) is { } type && !QuestionTypes.All.Contains(type, StringComparer.Ordinal))
        {
            return Problems.BadRequest("unknown-type", $"There is no question type \"{type}\"; there are {string.Join(", ", QuestionTypes.All)}.");
        }

        if (WireText.OrNull(filter.Difficulty) is not (null or "easy" or "medium" or "hard"))
        {
            return Problems.BadRequest("unknown-difficulty", $"There is no difficulty \"{filter.Difficulty}\"; there are easy, medium and hard.");
        }

        return WordFault(filter) ?? ScoreFault(filter);
    }

    private static ProblemHttpResult? WordFault(PairFilter filter)
    {
        if (WireText.OrNull(filter.Search) is { } search && IsBad(search, PairQuery.MaxSearchLength))
        {
            return Problems.BadRequest("bad-search", $"A search has at most {PairQuery.MaxSearchLength} characters and no NUL.");
        }

        return new[] { filter.Flag, filter.Reviewer, filter.Tag, filter.Assignee }.Any(word => WireText.OrNull(word) is { } text && IsBad(text, PairQuery.MaxWordLength))
            ? Problems.BadRequest("bad-filter", $"A flag, reviewer, assignee or tag to filter by has at most {PairQuery.MaxWordLength} characters and no NUL.")
            : null;
    }

    private static ProblemHttpResult? ScoreFault(PairFilter filter) =>
        new[] { filter.MinScore, filter.MaxScore }.Any(score => score is < Core.Pairs.Judgement.MinScore or > Core.Pairs.Judgement.MaxScore)
            ? Problems.BadRequest("bad-score", $"A judge's score is {Core.Pairs.Judgement.MinScore} to {Core.Pairs.Judgement.MaxScore}.")
            : null;

    private static bool IsBad(string text, int most) => text.Length > most || !StorableText.IsStorable(text);
}
