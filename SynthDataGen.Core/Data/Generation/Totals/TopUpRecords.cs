using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation.Totals;

/// <summary>A run's further round, from 1. It is planned only once, however often it is queued.</summary>
public sealed record TopUpRound(Guid RunId, int Number)
{
    public static TopUpRound Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        return new(Guid.Parse(parts[0]), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RunId}:{Number}");
}

/// <summary>A run that waits for a further round, and how many pairs it still lacks.</summary>
public sealed record OpenRound(Run Run, int Missing);

/// <summary>What a run asked about one context in all rounds.</summary>
/// <param name="FirstId">The item that asked first.</param>
/// <param name="Ordinal">Its ordinal.</param>
/// <param name="Tokens">Tokens of the context.</param>
/// <param name="Asked">Pairs that were asked for.</param>
/// <param name="Written">Pairs that it yielded.</param>
public sealed record AskedContext(Guid FirstId, int Ordinal, int Tokens, int Asked, int Written);

/// <summary>Loads and saves the planning of a further round.</summary>
public sealed class TopUpRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>The run, if it still waits for this round.</summary>
    public async Task<OpenRound?> FindAsync(TopUpRound round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == round.RunId, cancellationToken);
        return run is not null && await IsWaitingAsync(db, run, round, cancellationToken)
            ? new(run, await RunEnding.CountMissingAsync(db, run, cancellationToken))
            : null;
    }

    /// <summary>The contexts that the run has asked about, in order.</summary>
    public async Task<IReadOnlyList<AskedContext>> ListAskedAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQuery<AskedContext>(
            $"""
            WITH written AS (SELECT run_item_id, count(*) AS pairs FROM pairs WHERE run_id = {runId} GROUP BY run_item_id)
            SELECT coalesce(repeats_id, id) AS "FirstId", min(ordinal) AS "Ordinal", min(tokens) AS "Tokens",
                sum(run_items.pairs)::int AS "Asked", coalesce(sum(written.pairs), 0)::int AS "Written"
            FROM run_items LEFT JOIN written ON written.run_item_id = run_items.id
            WHERE run_id = {runId} GROUP BY 1 ORDER BY 2
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The run's items of these revisions, in all rounds and states.</summary>
    public async Task<IReadOnlyList<RunItem>> ListItemsAsync(Guid runId, IReadOnlyCollection<Guid> revisionIds, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AsNoTracking().Where(i => i.RunId == runId && revisionIds.Contains(i.RevisionId)).ToListAsync(cancellationToken);
    }

    /// <summary>Items by their ids.</summary>
    public async Task<IReadOnlyList<RunItem>> ListItemsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.Ordinal).ToListAsync(cancellationToken);
    }

    /// <summary>Saves the round and queues its work once: a second planner changes nothing. An empty round ends the run.</summary>
    public Task SaveAsync(TopUpRound round, IReadOnlyList<PlannedContext> contexts, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await RunEnding.LockAsync(db, round.RunId, cancellationToken) is not { } run || !await IsWaitingAsync(db, run, round, cancellationToken))
                {
                    return;
                }

                var now = time.GetUtcNow();
                run.TopUpsLeft = contexts.Count == 0 ? 0 : run.TopUpsLeft - 1;
                if (contexts.Count == 0)
                {
                    await RunEnding.EndAsync(db, work, run, now, cancellationToken);
                }
                else
                {
                    run.TopUps = round.Number;
                    var next = await db.RunItems.Where(i => i.RunId == run.Id).MaxAsync(i => i.Ordinal, cancellationToken) + 1;
                    await PlanRecords.AddAsync(db, work, run, contexts, next, now, cancellationToken);
                }

                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
            },
            cancellationToken);

    private static async Task<bool> IsWaitingAsync(SynthDataGenDb db, Run run, TopUpRound round, CancellationToken cancellationToken) =>
        run is { State: RunState.Running, TopUpsLeft: > 0 } && run.TopUps == round.Number - 1 && !await RunEnding.IsPendingAsync(db, run.Id, cancellationToken);
}
