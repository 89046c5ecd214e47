using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>The outcome of a request to judge a run's pairs.</summary>
public enum JudgingStart
{
    Started,

    /// <summary>The run does not exist, has not ended, or has contexts left to ask about.</summary>
    NotEnded,

    /// <summary>All pairs are judged or rejected.</summary>
    NothingToJudge,
}

/// <summary>Has pairs judged after the end of their run: those that were missed, or all of a run that had no judge.</summary>
public sealed class JudgeRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, RunPauses pauses, TimeProvider time)
{
    /// <summary>Reopens a run that has ended to have its unjudged pairs judged. It ends again with the last of them.</summary>
    public Task<JudgingStart> BeginAsync(Guid workspaceId, Guid runId, Guid judgeId, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                // The generator's limits are locked before its runs, as everywhere.
                await pauses.TryAgainAsync(db, judgeId, cancellationToken);
                var run = await db.Runs.FromSql($"SELECT * FROM runs WHERE workspace_id = {workspaceId} AND id = {runId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
                if (run is not { State: RunState.Finished or RunState.FinishedWithFailures })
                {
                    return JudgingStart.NotEnded;
                }

                // A new round, so that earlier unusable answers are not recalled.
                var toJudge = await db.RunItems.Where(i => i.RunId == runId && db.Pairs.Any(p => p.RunItemId == i.Id && p.JudgeScore == null && p.Status != PairStatus.Rejected))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(i => i.ToJudge, true).SetProperty(i => i.Round, i => i.Round + 1)
                            .SetProperty(i => i.JudgeFailureReason, (string?)null).SetProperty(i => i.JudgeFailureMessage, (string?)null),
                        cancellationToken);
                if (toJudge == 0)
                {
                    return JudgingStart.NothingToJudge;
                }

                run.JudgeGeneratorId = judgeId;
                run.Committed = await RunRecords.SpentAsync(db, run, cancellationToken);
                await db.ResumeAsync(work, run, time.GetUtcNow(), cancellationToken);
                return JudgingStart.Started;
            },
            cancellationToken);

    /// <summary>The pairs of a context to judge, in their current wording.</summary>
    public async Task<IReadOnlyList<Pair>> ListAsync(RunItem item, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Pairs.AsNoTracking().Where(p => p.RunItemId == item.Id && p.JudgeScore == null && p.Status != PairStatus.Rejected)
            .OrderBy(p => p.Ordinal).ToListAsync(cancellationToken);
    }

    /// <summary>Ends the judging of a context once: saves the judgements, or the reason why there are none. A pair decided on since stays unjudged: its wording may have changed.</summary>
    public Task EndAsync(Run run, RunItem item, IReadOnlyList<Pair> pairs, IReadOnlyList<GroundedPair> judged, GeneratorException? failure) =>
        factory.InTransactionAsync(
            async db =>
            {
                var (reason, message) = (failure?.Reason, failure is null ? null : StorableText.Of(failure.Message));
                var mine = await db.RunItems.Where(i => i.Id == item.Id && i.ToJudge).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.ToJudge, false)
                        .SetProperty(i => i.JudgeFailureReason, reason).SetProperty(i => i.JudgeFailureMessage, message));
                foreach (var (pair, said) in pairs.Zip(judged).Where(both => mine == 1 && both.Second.Judgement is not null))
                {
                    await SaveAsync(db, pair, said);
                }

                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, CancellationToken.None);
                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Pair, null, CancellationToken.None);
            },
            CancellationToken.None);

    private static Task<int> SaveAsync(SynthDataGenDb db, Pair pair, GroundedPair said)
    {
        var (judgement, score, flags) = (JsonSerializer.Serialize(said.Judgement, JsonSerializerOptions.Web), said.Judgement!.Score, said.Judgement.Flags().ToArray());
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE pairs SET judgement = {judgement}::jsonb, judge_score = {score}, flags = flags || {flags}
            WHERE id = {pair.Id} AND version = {pair.Version} AND judge_score IS NULL
            """);
    }
}
