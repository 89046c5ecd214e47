using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Review;

/// <summary>Brings back what a desk before this one left behind: words that were not saved, and decisions that were on their way.</summary>
internal sealed class DeskRecovery(DeskMemory memory, ReviewClient review)
{
    private readonly HashSet<Guid> kept = [];
    private readonly HashSet<Guid> worded = [];
    private IReadOnlyList<UnsentDecision>? left;

    /// <summary>Looks what there is; gives the pair whose words were written last.</summary>
    public async Task<Guid?> LookAsync()
    {
        if (left is not null)
        {
            return null;
        }

        left = await memory.ListUnsentAsync();
        var pairs = await memory.ListWordsAsync();
        kept.UnionWith(pairs);
        kept.ExceptWith(left.Select(one => one.PairId));
        return pairs.Where(kept.Contains).Select(id => (Guid?)id).FirstOrDefault();
    }

    /// <summary>Sends again what was not taken, and says so; null: there was nothing.</summary>
    public async Task<string?> ResendAsync(Desk desk, CancellationToken cancellationToken)
    {
        var (sent, lost) = (0, 0);
        foreach (var decisions in (left ?? []).GroupBy(one => one.PairId).ToList())
        {
            var rest = await StillToSendAsync(decisions.Key, [.. decisions.Select(one => one.Decision)], cancellationToken);
            left = [.. left!.Where(one => one.PairId != decisions.Key)];
            if (rest.Pair is null)
            {
                lost += decisions.Count();
                continue;
            }

            var pair = desk.Find(rest.Pair);
            foreach (var decision in rest.Decisions)
            {
                pair.Sent = decision.Action == "edit" ? PairEdit.From(rest.Pair, null, new(decision.Version, decision.Question ?? "", decision.Answer ?? "", null)) : null;
                desk.Queue.Add(pair, decision);
                sent++;
            }

            worded.Add(decisions.Key);
            if (decisions.Last().Decision is { Action: not "undo" } last)
            {
                desk.PutBehind(pair, last);
            }
        }

        return (sent, lost) switch
        {
            (0, 0) => null,
            (_, 0) => $"The connection broke while {Words.Count(sent, "decision")} of yours {(sent == 1 ? "was on its way. It is" : "were on their way. They are")} sent again now.",
            _ => $"{Words.Count(lost, "decision")} of yours could not be saved when the connection broke: somebody else decided on the pair, or it is gone.{(sent > 0 ? $" {Words.Count(sent, "other")} {(sent == 1 ? "is" : "are")} sent again." : "")}",
        };
    }

    /// <summary>The words that were kept for a pair, once.</summary>
    public async Task<KeptWords?> TakeWordsAsync(Guid pair)
    {
        if (!kept.Remove(pair))
        {
            return null;
        }

        worded.Add(pair);
        return await memory.RecallAsync(pair);
    }

    /// <summary>Words are being written for this pair.</summary>
    public void Begin(Guid pair) => worded.Add(pair);

    /// <summary>The words for this pair, if any, are saved or given up.</summary>
    public Task ForgetAsync(Guid pair) => worded.Remove(pair) ? memory.ForgetAsync(pair) : Task.CompletedTask;

    /// <summary>Remembers what is on its way now.</summary>
    public Task KeepAsync(IReadOnlyList<UnsentDecision> unsent) => memory.KeepUnsentAsync([.. left ?? [], .. unsent]);

    /// <summary>Which of the decisions the server has not taken; no pair where somebody else decided meanwhile, or it is gone.</summary>
    private async Task<(Pair? Pair, IReadOnlyList<NewDecision> Decisions)> StillToSendAsync(Guid id, IReadOnlyList<NewDecision> decisions, CancellationToken cancellationToken)
    {
        var (now, version) = (await review.FindAsync(id, cancellationToken), decisions[0].Version);
        if (now?.Version == version)
        {
            return (now, decisions);
        }

        return now is not null && UnsentDecision.Landed(now, decisions[0], version) ? (now, [.. decisions.Skip(1)]) : (null, []);
    }
}
