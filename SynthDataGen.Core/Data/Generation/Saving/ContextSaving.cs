using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation.Saving;

/// <summary>A finished context: its pairs, or the reason why there are none.</summary>
internal sealed record EndedContext(Run Run, RunItem Item, IReadOnlyList<Pair> Pairs, GeneratorException? Failure)
{
    /// <summary>Why its pairs were not judged; null: they were, or there is no judge.</summary>
    public GeneratorException? JudgeFailure { get; init; }
}

/// <summary>Ends contexts with as few commits as possible, each once: if another job was first, nothing is saved.</summary>
public sealed class ContextSaving
{
    private const int Most = 200;

    /// <summary>Longest message or reply kept with a failure, in characters; longer ones are cut.</summary>
    private const int MaxReplyLength = 100_000;

    private readonly GroupCommit<EndedContext> group;
    private readonly IDbContextFactory<SynthDataGenDb> factory;
    private readonly TimeProvider time;

    public ContextSaving(IDbContextFactory<SynthDataGenDb> factory, TimeProvider time)
    {
        (this.factory, this.time) = (factory, time);
        group = new(SaveAsync, Most);
    }

    internal Task EndAsync(EndedContext context) => group.SaveAsync(context);

    private Task SaveAsync(IReadOnlyList<EndedContext> contexts)
    {
        // Rows are locked in the order of their ids, as everywhere.
        var ended = contexts.DistinctBy(context => context.Item.Id).OrderBy(context => context.Item.Id).ToList();
        return factory.InTransactionAsync(
            async db =>
            {
                var mine = await EndAsync(db, ended);
                await db.CopyAsync([.. ended.Where(context => mine.Contains(context.Item.Id)).SelectMany(context => context.Pairs)], CancellationToken.None);
                await NotifyAsync(db, ended);
            },
            CancellationToken.None);
    }

    /// <summary>Ends the items that are still pending, and returns them.</summary>
    private async Task<HashSet<Guid>> EndAsync(SynthDataGenDb db, List<EndedContext> ended)
    {
        var mine = await db.Database.SqlQuery<Guid>(
            $"""
            UPDATE run_items SET state = ended.state, failure_reason = ended.reason, failure_message = ended.message, failure_reply = ended.reply,
                judge_failure_reason = ended.judge_reason, judge_failure_message = ended.judge_message, updated_at = {time.GetUtcNow()}
            FROM unnest(
                {ended.Select(e => e.Item.Id).ToArray()},
                {ended.Select(e => (e.Failure is null ? RunItemState.Succeeded : RunItemState.Failed).ToString()).ToArray()},
                {ended.Select(e => e.Failure?.Reason).ToArray()},
                {ended.Select(e => Storable(e.Failure?.Message)).ToArray()},
                {ended.Select(e => Storable(e.Failure?.RawReply)).ToArray()},
                {ended.Select(e => e.JudgeFailure?.Reason).ToArray()},
                {ended.Select(e => Storable(e.JudgeFailure?.Message)).ToArray()}) AS ended (id, state, reason, message, reply, judge_reason, judge_message)
            WHERE run_items.id = ended.id AND run_items.state = {nameof(RunItemState.Pending)}
            RETURNING run_items.id AS "Value"
            """).ToListAsync();
        return [.. mine];
    }

    private static string? Storable(string? text) => text is null ? null : StorableText.Of(text.Length <= MaxReplyLength ? text : text[..MaxReplyLength]);

    private static async Task NotifyAsync(SynthDataGenDb db, List<EndedContext> ended)
    {
        foreach (var run in ended.Select(context => context.Run).DistinctBy(run => run.Id))
        {
            await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, CancellationToken.None);
        }

        foreach (var workspaceId in ended.Where(context => context.Pairs.Count > 0).Select(context => context.Run.WorkspaceId).Distinct())
        {
            await db.NotifyAsync(workspaceId, ChangeNote.Pair, null, CancellationToken.None);
        }
    }
}
