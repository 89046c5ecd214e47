using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation.Live;

/// <summary>A worker's activity for a run: its calls in flight, and its retries since the last report.</summary>
public sealed record CallNews(Guid RunId, Guid WorkspaceId, int InFlight, int Retries);

/// <summary>The activity of all workers for a run.</summary>
internal sealed record RunCalls(Guid RunId, int InFlight, int Retries);

/// <summary>Where workers report their activity for runs, by the database's clock.</summary>
public sealed class ActivityRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Saves one worker's activity, and notifies those who watch its runs.</summary>
    public Task SaveAsync(Guid worker, IReadOnlyCollection<CallNews> news, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO run_activity (run_id, worker_id, in_flight, retries, seen_at)
                    SELECT runs.id, {worker}, news.in_flight, news.retries, clock_timestamp()
                    FROM unnest({news.Select(n => n.RunId).ToArray()}, {news.Select(n => n.InFlight).ToArray()}, {news.Select(n => n.Retries).ToArray()})
                        AS news (run_id, in_flight, retries) JOIN runs ON runs.id = news.run_id
                    ON CONFLICT (run_id, worker_id) DO UPDATE
                    SET in_flight = excluded.in_flight, retries = run_activity.retries + excluded.retries, seen_at = excluded.seen_at
                    """,
                    cancellationToken);
                foreach (var (runId, workspaceId, _, _) in news)
                {
                    await db.NotifyAsync(workspaceId, ChangeNote.Run, runId, cancellationToken);
                }
            },
            cancellationToken);

    internal static async Task<Dictionary<Guid, RunCalls>> ReadAsync(SynthDataGenDb db, Guid[] runs, CancellationToken cancellationToken)
    {
        var calls = await db.Database.SqlQuery<RunCalls>(
            $"""
            SELECT run_id AS "RunId", sum(retries)::int AS "Retries",
                coalesce(sum(in_flight) FILTER (WHERE seen_at > clock_timestamp() - {RunActivity.Lifetime}), 0)::int AS "InFlight"
            FROM run_activity WHERE run_id = ANY({runs}) GROUP BY run_id
            """).ToListAsync(cancellationToken);
        return calls.ToDictionary(call => call.RunId);
    }
}
