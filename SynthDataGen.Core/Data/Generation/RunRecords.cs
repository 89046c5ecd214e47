using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Data.Generation.Live;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Contexts of a run that failed for the same reason, with one of the messages.</summary>
public sealed record FailureCount(string Reason, int Count, string? Message);

/// <summary>A run with its counts.</summary>
/// <param name="Run">The run.</param>
/// <param name="Recipe">The recipe's name.</param>
/// <param name="Succeeded">Contexts with pairs.</param>
/// <param name="Failed">Contexts without.</param>
/// <param name="Pending">Contexts not asked about yet.</param>
/// <param name="Skipped">Chunks of its documents that it leaves out as boilerplate.</param>
/// <param name="Pairs">Pairs written so far.</param>
/// <param name="InputTokens">Tokens in, the judge's included.</param>
/// <param name="OutputTokens">Tokens out, the judge's included.</param>
/// <param name="Cost">What they cost, each at the prices of its generator; null: no price is known.</param>
/// <param name="Failures">Failed contexts by reason.</param>
/// <param name="Unjudged">Contexts whose pairs should have been judged and were not, by reason.</param>
public sealed record RunRow(
    Run Run, string Recipe, int Succeeded, int Failed, int Pending, int Skipped, int Pairs, long InputTokens, long OutputTokens,
    decimal? Cost, IReadOnlyList<FailureCount> Failures, IReadOnlyList<FailureCount> Unjudged)
{
    /// <summary>Calls in flight.</summary>
    public int InFlight { get; init; }

    /// <summary>Calls repeated so far, because the endpoint failed or its answer was unusable.</summary>
    public int Retries { get; init; }

    /// <summary>Contexts whose pairs are being judged after the end of the run.</summary>
    public int ToJudge { get; init; }

    /// <summary>Unjudged pairs of a run that has a judge, except rejected ones.</summary>
    public int UnjudgedPairs { get; init; }

    /// <summary>Pairs missing from the run's exact total; 0: none, or it has no exact total.</summary>
    public int Missing => Run is { Exactly: true, MaxPairs: { } total } ? Math.Max(0, total - Pairs) : 0;
}

/// <summary>Starting, listing, cancelling and resuming runs.</summary>
public sealed class RunRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, RunPauses pauses, TimeProvider time)
{
    public Task StartAsync(Run run, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                db.Add(run);
                await db.SaveChangesAsync(cancellationToken);
                await work.AddAsync(db, WorkKinds.PlanRun, [run.Id.ToString()], cancellationToken);
                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
            },
            cancellationToken);

    public async Task<IReadOnlyList<RunRow>> ListAsync(Guid workspaceId, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var runs = db.Runs.AsNoTracking().Where(r => r.WorkspaceId == workspaceId && (after == null || r.Id < after));
        return await CountAsync(db, await runs.OrderByDescending(r => r.Id).Take(limit).ToListAsync(cancellationToken), cancellationToken);
    }

    public async Task<RunRow?> FindAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var runs = await db.Runs.AsNoTracking().Where(r => r.WorkspaceId == workspaceId && r.Id == id).ToListAsync(cancellationToken);
        return (await CountAsync(db, runs, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Stops a running run and ends its calls in flight within a second. False where it has already ended.</summary>
    public Task<bool> CancelAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                var cancelled = await db.Runs
                    .Where(r => r.WorkspaceId == workspaceId && r.Id == id && (r.State == RunState.Planned || r.State == RunState.Running || r.State == RunState.Paused))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(r => r.State, RunState.Cancelled).SetProperty(r => r.FinishedAt, now)
                            .SetProperty(r => r.PauseReason, (string?)null).SetProperty(r => r.ResumesAt, (DateTimeOffset?)null),
                        cancellationToken);
                await db.NotifyAsync(workspaceId, ChangeNote.Run, id, cancellationToken);
                return cancelled == 1;
            },
            cancellationToken);

    /// <summary>Resumes a run that was stopped or paused and retries what failed; false where there is nothing to do.</summary>
    /// <param name="workspaceId">Where.</param>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="budget">Takes the place of the run's budget; null: it stays.</param>
    public Task<bool> ResumeAsync(Guid workspaceId, Guid id, CancellationToken cancellationToken, decimal? budget = null) =>
        factory.InTransactionAsync(
            async db =>
            {
                // The generator's limits are locked before its runs, as everywhere.
                var asked = await db.Runs.Where(r => r.WorkspaceId == workspaceId && r.Id == id)
                    .Select(r => new { r.GeneratorId, r.JudgeGeneratorId }).SingleOrDefaultAsync(cancellationToken);
                foreach (var generatorId in new[] { asked?.GeneratorId, asked?.JudgeGeneratorId }.OfType<Guid>().Distinct().Order())
                {
                    await pauses.TryAgainAsync(db, generatorId, cancellationToken);
                }

                var run = await db.Runs.FromSql($"SELECT * FROM runs WHERE workspace_id = {workspaceId} AND id = {id} FOR UPDATE")
                    .SingleOrDefaultAsync(cancellationToken);
                if (run is null or { State: RunState.Planned or RunState.Running or RunState.Finished })
                {
                    return false;
                }

                await AskFailedAgainAsync(db, run, cancellationToken);
                run.Budget = budget ?? run.Budget;
                run.TopUpsLeft = Run.MaxTopUps;
                run.Committed = await SpentAsync(db, run, cancellationToken);
                await db.ResumeAsync(work, run, time.GetUtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>With an exact total, only as many as cannot exceed it: other contexts made up for the rest.</summary>
    private static async Task AskFailedAgainAsync(SynthDataGenDb db, Run run, CancellationToken cancellationToken)
    {
        var room = run.Exactly ? await RunEnding.CountMissingAsync(db, run, cancellationToken) : int.MaxValue;
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE run_items SET state = {nameof(RunItemState.Pending)}, round = round + 1
            FROM (SELECT id, sum(pairs) OVER (ORDER BY ordinal) AS pairs FROM run_items
                  WHERE run_id = {run.Id} AND state = {nameof(RunItemState.Failed)}) AS failed
            WHERE run_items.id = failed.id AND failed.pairs <= {room}
            """,
            cancellationToken);
    }

    /// <summary>The cost of the run's answers; with none in flight, all that it has spent.</summary>
    internal static async Task<decimal> SpentAsync(SynthDataGenDb db, Run run, CancellationToken cancellationToken)
    {
        var used = await db.RunItems.Where(i => i.RunId == run.Id).GroupBy(i => i.RunId)
            .Select(g => new
            {
                Input = g.Sum(i => (long)i.InputTokens),
                Output = g.Sum(i => (long)i.OutputTokens),
                JudgeInput = g.Sum(i => (long)i.JudgeInputTokens),
                JudgeOutput = g.Sum(i => (long)i.JudgeOutputTokens),
            }).SingleOrDefaultAsync(cancellationToken);
        var generators = await db.Generators.AsNoTracking().Where(g => g.Id == run.GeneratorId || g.Id == run.JudgeGeneratorId).ToListAsync(cancellationToken);
        decimal CostOf(Guid? id, long input, long output) => generators.Find(g => g.Id == id) is { } generator ? TokenPrices.Of(generator).CostOf(input, output) ?? 0 : 0;
        return used is null ? 0 : CostOf(run.GeneratorId, used.Input, used.Output) + CostOf(run.JudgeGeneratorId, used.JudgeInput, used.JudgeOutput);
    }

    private static async Task<IReadOnlyList<RunRow>> CountAsync(SynthDataGenDb db, List<Run> runs, CancellationToken cancellationToken)
    {
        var ids = runs.Select(r => r.Id).ToArray();
        var generatorIds = runs.Select(r => r.GeneratorId).Concat(runs.Select(r => r.JudgeGeneratorId).OfType<Guid>()).ToArray();
        var recipeIds = runs.Select(r => r.RecipeId).ToArray();
        var items = await db.RunItems.Where(i => ids.Contains(i.RunId))
            .GroupBy(i => new { i.RunId, i.State, i.FailureReason })
            .Select(g => new
            {
                g.Key.RunId,
                g.Key.State,
                g.Key.FailureReason,
                Count = g.Count(),
                Message = g.Max(i => i.FailureMessage),
                Input = g.Sum(i => (long)i.InputTokens),
                Output = g.Sum(i => (long)i.OutputTokens),
                JudgeInput = g.Sum(i => (long)i.JudgeInputTokens),
                JudgeOutput = g.Sum(i => (long)i.JudgeOutputTokens),
                ToJudge = g.Count(i => i.ToJudge),
            }).ToListAsync(cancellationToken);
        var calls = await ActivityRecords.ReadAsync(db, ids, cancellationToken);
        var unjudged = await CountUnjudgedAsync(db, ids, cancellationToken);
        var skipped = await CountSkippedAsync(db, ids, cancellationToken);
        var pairs = await db.Pairs.Where(p => ids.Contains(p.RunId)).GroupBy(p => p.RunId)
            .Select(g => new { g.Key, Count = g.Count(), Unjudged = g.Count(p => p.JudgeScore == null && p.Status != PairStatus.Rejected) })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        var generators = await db.Generators.AsNoTracking().Where(g => generatorIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        var recipes = await db.Recipes.Where(r => recipeIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        return [.. runs.Select(run =>
        {
            var own = items.Where(i => i.RunId == run.Id).ToList();
            int Count(RunItemState state) => own.Where(i => i.State == state).Sum(i => i.Count);
            var (input, output, judgeInput, judgeOutput) = (own.Sum(i => i.Input), own.Sum(i => i.Output), own.Sum(i => i.JudgeInput), own.Sum(i => i.JudgeOutput));
            decimal? CostOf(Guid? id, long i, long o) => id is { } known && generators.GetValueOrDefault(known) is { } generator ? TokenPrices.Of(generator).CostOf(i, o) : null;
            return new RunRow(
                run,
                recipes.GetValueOrDefault(run.RecipeId, "(deleted)"),
                Count(RunItemState.Succeeded), Count(RunItemState.Failed), Count(RunItemState.Pending),
                skipped.GetValueOrDefault(run.Id),
                pairs.GetValueOrDefault(run.Id)?.Count ?? 0,
                input + judgeInput, output + judgeOutput,
                TokenPrices.Sum(CostOf(run.GeneratorId, input, output), CostOf(run.JudgeGeneratorId, judgeInput, judgeOutput)),
                [.. own.Where(i => i.State == RunItemState.Failed).OrderByDescending(i => i.Count).Select(i => new FailureCount(i.FailureReason ?? "unknown", i.Count, i.Message))],
                [.. unjudged[run.Id]])
            {
                InFlight = run.State == RunState.Running ? calls.GetValueOrDefault(run.Id)?.InFlight ?? 0 : 0,
                Retries = calls.GetValueOrDefault(run.Id)?.Retries ?? 0,
                ToJudge = own.Sum(i => i.ToJudge),
                UnjudgedPairs = run.JudgeGeneratorId is null ? 0 : pairs.GetValueOrDefault(run.Id)?.Unjudged ?? 0,
            };
        })];
    }

    private static async Task<ILookup<Guid, FailureCount>> CountUnjudgedAsync(SynthDataGenDb db, Guid[] runs, CancellationToken cancellationToken)
    {
        var reasons = await db.RunItems.Where(i => runs.Contains(i.RunId) && i.JudgeFailureReason != null)
            .GroupBy(i => new { i.RunId, Reason = i.JudgeFailureReason! })
            .OrderByDescending(g => g.Count())
            .Select(g => new { g.Key.RunId, g.Key.Reason, Count = g.Count(), Message = g.Max(i => i.JudgeFailureMessage) }).ToListAsync(cancellationToken);
        return reasons.ToLookup(r => r.RunId, r => new FailureCount(r.Reason, r.Count, r.Message));
    }

    /// <summary>Boilerplate chunks in the documents of each run.</summary>
    private static async Task<Dictionary<Guid, int>> CountSkippedAsync(SynthDataGenDb db, Guid[] runs, CancellationToken cancellationToken)
    {
        var asked = db.RunItems.Where(i => runs.Contains(i.RunId)).Select(i => new { i.RunId, i.RevisionId }).Distinct();
        return await (from item in asked join r in db.Revisions on item.RevisionId equals r.Id group r by item.RunId)
            .Select(g => new { g.Key, Count = g.Sum(r => r.BoilerplateChunks) }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }
}
