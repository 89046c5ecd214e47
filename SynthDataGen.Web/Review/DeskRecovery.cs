using SynthDataGen.Client.Review;
using SynthDataGen.Web.Parts;
using SynthDataGen.Web.Review.Editing;

namespace SynthDataGen.Web.Review;

/// <summary>Restores what a previous desk left behind: unsaved edits, and decisions on their way.</summary>
internal sealed class DeskRecovery(DeskMemory memory, ReviewClient review)
{
    private readonly HashSet<Guid> kept = [];
    private readonly HashSet<Guid> worded = [];
    private IReadOnlyList<UnsentDecision>? left;

    /// <summary>Looks for leftovers and returns the pair that was edited last.</summary>
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

    /// <summary>Sends unsaved decisions again and reports it; null if there were none.</summary>
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
            (_, 0) => $"The connection was lost before {Words.Count(sent, "decision")} of yours {(sent == 1 ? "was saved. It is" : "were saved. They are")} being sent again.",
            _ => $"{Words.Count(lost, "decision")} of yours could not be saved after the connection was lost: somebody else decided on the pair, or it was deleted.{(sent > 0 ? $" {Words.Count(sent, "other")} {(sent == 1 ? "is" : "are")} being sent again." : "")}",
        };
    }

    /// <summary>The edit kept for a pair; it is handed out once.</summary>
    public async Task<KeptWords?> TakeWordsAsync(Guid pair)
    {
        if (!kept.Remove(pair))
        {
            return null;
        }

        worded.Add(pair);
        return await memory.RecallAsync(pair);
    }

    /// <summary>Notes that this pair is being edited.</summary>
    public void Begin(Guid pair) => worded.Add(pair);

    /// <summary>Forgets this pair's edit, if any: it was saved or discarded.</summary>
    public Task ForgetAsync(Guid pair) => worded.Remove(pair) ? memory.ForgetAsync(pair) : Task.CompletedTask;

    /// <summary>Remembers the decisions on their way.</summary>
    public Task KeepAsync(IReadOnlyList<UnsentDecision> unsent) => memory.KeepUnsentAsync([.. left ?? [], .. unsent]);

    /// <summary>The decisions that the server hasn't saved; no pair if somebody else decided in the meantime or it is gone.</summary>
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
