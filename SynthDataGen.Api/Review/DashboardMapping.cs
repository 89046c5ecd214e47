using SynthDataGen.Client.Generation;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Api.Review;

/// <summary>Turns the counts into the figures of the dashboard.</summary>
internal static class DashboardMapping
{
    private const int MostRuns = 100;
    private const int MostReasons = 20;
    private const int MostDays = 30;

    public static DashboardNumbers ToWire(this ReviewCounts counts)
    {
        var ofRun = counts.Pairs.ToLookup(p => p.RunId);
        var approved = Count(counts.Pairs, PairStatus.Approved);
        return new()
        {
            Funnel = new()
            {
                Documents = counts.Documents, Chunks = counts.Chunks, Contexts = counts.Runs.Sum(r => r.Contexts),
                Pairs = counts.Pairs.Sum(p => p.Count), Approved = approved, Exported = counts.Exported,
            },
            Runs = [.. counts.Runs.Where(r => ofRun.Contains(r.Id)).Take(MostRuns).Select(r => ToAcceptance($"{r.Name} · {r.Generator}", r.Id, ofRun[r.Id]))],
            Models = By(counts.Runs, r => r.Model, ofRun), Templates = By(counts.Runs, r => r.Template, ofRun),
            Types = [.. counts.Pairs.GroupBy(p => p.QuestionType).Select(g => ToAcceptance(g.Key, null, g)).OrderByDescending(Total)],
            Documents = [.. counts.TopDocuments.Select(d => new Acceptance { Name = d.Key, Id = d.Id, Approved = d.Approved, Rejected = d.Rejected, Pending = d.Pending })],
            Reasons = Reasons(counts.Decisions), Reviewers = Reviewers(counts.Decisions),
            Checks = [.. counts.Flags.GroupBy(f => f.Flag).Select(ToVerdict).Where(v => v.Rejected + v.Approved + v.Pending > 0).OrderByDescending(v => v.Rejected + v.Approved)],
            RejectedWithFlag = Count(counts.Pairs.Where(p => p.Flagged), PairStatus.Rejected), Days = Days(counts.Decisions),
            Spending = SpendingOf(counts.Runs, approved),
        };
    }

    private static List<Acceptance> By(IReadOnlyList<RunUse> runs, Func<RunUse, string?> name, ILookup<Guid, PairsOfRun> ofRun) =>
        [.. runs.Where(r => name(r) is not null).GroupBy(r => name(r)!)
            .Select(g => ToAcceptance(g.Key, null, g.SelectMany(r => ofRun[r.Id]))).OrderByDescending(Total)];

    private static Acceptance ToAcceptance(string name, Guid? id, IEnumerable<PairsOfRun> pairs)
    {
        var all = pairs.ToList();
        return new() { Name = name, Id = id, Approved = Count(all, PairStatus.Approved), Rejected = Count(all, PairStatus.Rejected), Pending = Count(all, PairStatus.Pending) };
    }

    private static CheckVerdict ToVerdict(IGrouping<string, PairsWithFlag> flag)
    {
        long With(PairStatus status) => flag.Where(f => f.Status == status).Sum(f => f.Count);
        return new(flag.Key, With(PairStatus.Rejected), With(PairStatus.Approved), With(PairStatus.Pending));
    }

    private static List<NamedCount> Reasons(IReadOnlyList<DecisionsMade> decisions) =>
        [.. decisions.Where(d => d.Action == DecisionAction.Reject).GroupBy(d => d.Reason)
            .Select(g => new NamedCount(g.Key, (int)g.Sum(d => d.Count))).OrderByDescending(r => r.Count).Take(MostReasons)];

    private static List<ReviewerPace> Reviewers(IReadOnlyList<DecisionsMade> decisions) =>
        [.. decisions.GroupBy(d => d.By).Select(g =>
        {
            var single = g.Where(d => !d.Bulk).ToList();
            var hours = single.Select(d => d.At).Distinct().Count() * DecisionTally.Stretch.TotalHours;
            var pace = hours == 0 ? 0 : single.Sum(d => d.Count) / hours;
            return new ReviewerPace
            {
                Name = g.Key, Approved = Made(g, DecisionAction.Approve), Edited = Made(g, DecisionAction.Edit),
                Rejected = Made(g, DecisionAction.Reject), PerHour = pace,
            };
        }).OrderByDescending(r => r.Approved + r.Edited + r.Rejected)];

    private static List<ReviewDay> Days(IReadOnlyList<DecisionsMade> decisions) =>
        [.. decisions.GroupBy(d => DateOnly.FromDateTime(d.At.UtcDateTime))
            .Select(g => new ReviewDay(g.Key, Made(g, DecisionAction.Approve), Made(g, DecisionAction.Edit), Made(g, DecisionAction.Reject)))
            .OrderBy(day => day.Day).TakeLast(MostDays)];

    private static Spending SpendingOf(IReadOnlyList<RunUse> runs, long approved)
    {
        var tokens = new TokenCounts(runs.Sum(r => r.InputTokens), runs.Sum(r => r.OutputTokens));
        var cost = runs.Aggregate((decimal?)null, (sum, run) => TokenPrices.Sum(sum, run.Cost));
        return approved == 0
            ? new(tokens, cost, null, null)
            : new(tokens, cost, (double)(tokens.Input + tokens.Output) / approved, cost / approved);
    }

    private static long Count(IEnumerable<PairsOfRun> pairs, PairStatus status) => pairs.Where(p => p.Status == status).Sum(p => p.Count);

    private static long Made(IEnumerable<DecisionsMade> decisions, DecisionAction action) => decisions.Where(d => d.Action == action).Sum(d => d.Count);

    private static long Total(Acceptance all) => all.Approved + all.Rejected + all.Pending;
}
