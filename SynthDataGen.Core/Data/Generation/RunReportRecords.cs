using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>How many of something.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>What a run did with one document.</summary>
/// <param name="Characters">Non-space characters of its text.</param>
/// <param name="Asked">Those of them in the run's contexts that are done.</param>
public sealed record DocumentShare(Guid DocumentId, string Key, int Contexts, int Done, int Pairs, int Characters, int Asked);

/// <summary>Contexts that ended in a stretch of time which begins at <paramref name="At"/>.</summary>
public sealed record RunMoment(DateTimeOffset At, int Succeeded, int Failed);

/// <summary>The results of a run, counted in several ways.</summary>
public sealed record RunReport(
    IReadOnlyList<NamedCount> Types, IReadOnlyList<NamedCount> Flags, IReadOnlyList<DocumentShare> Documents, IReadOnlyList<RunMoment> Timeline);

/// <summary>Counts the results of a run.</summary>
public sealed class RunReportRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Most documents in a report: those that the run asked most about.</summary>
    private const int MostDocuments = 200;

    /// <summary>Stretches into which a run's time is divided.</summary>
    private const int Moments = 60;

    public async Task<RunReport?> ReadAsync(Guid workspaceId, Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AnyAsync(r => r.WorkspaceId == workspaceId && r.Id == runId, cancellationToken)
            ? new(
                await TypesAsync(db, runId, cancellationToken),
                await FlagsAsync(db, runId, cancellationToken),
                await DocumentsAsync(db, runId, cancellationToken),
                await TimelineAsync(db, runId, cancellationToken))
            : null;
    }

    private static Task<List<NamedCount>> TypesAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.Pairs.Where(p => p.RunId == runId).GroupBy(p => p.QuestionType)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => new NamedCount(g.Key, g.Count())).ToListAsync(cancellationToken);

    private static Task<List<NamedCount>> FlagsAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<NamedCount>(
            $"""
            SELECT flag AS "Name", count(*)::int AS "Count" FROM pairs, unnest(flags) AS flag
            WHERE run_id = {runId} GROUP BY flag ORDER BY count(*) DESC, flag
            """).ToListAsync(cancellationToken);

    private static Task<List<DocumentShare>> DocumentsAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<DocumentShare>(
            $"""
            WITH shown AS (
              SELECT revision_id, first_chunk, last_chunk FROM run_items WHERE run_id = {runId} AND state <> {nameof(RunItemState.Pending)}
              UNION SELECT revision_id, (span ->> 'firstChunk')::int, (span ->> 'lastChunk')::int
              FROM run_items, jsonb_array_elements(further) AS span WHERE run_id = {runId} AND state <> {nameof(RunItemState.Pending)}),
            items AS (
              SELECT document_id, revision_id, count(*)::int AS contexts, count(*) FILTER (WHERE state <> {nameof(RunItemState.Pending)})::int AS done
              FROM run_items WHERE run_id = {runId} GROUP BY document_id, revision_id
              ORDER BY count(*) DESC, document_id LIMIT {MostDocuments})
            SELECT d.id AS "DocumentId", d.key AS "Key", i.contexts AS "Contexts", i.done AS "Done",
              (SELECT count(*)::int FROM pairs p WHERE p.run_id = {runId} AND p.document_id = d.id) AS "Pairs",
              r.extracted_characters AS "Characters",
              (SELECT coalesce(sum(characters), 0)::int FROM (
                 SELECT DISTINCT c.id, c.characters FROM shown s JOIN chunks c
                   ON c.revision_id = s.revision_id AND c.ordinal BETWEEN s.first_chunk AND s.last_chunk
                 WHERE s.revision_id = r.id) AS asked) AS "Asked"
            FROM items i JOIN documents d ON d.id = i.document_id JOIN revisions r ON r.id = i.revision_id
            ORDER BY i.contexts DESC, d.key
            """).ToListAsync(cancellationToken);

    /// <summary>The time from the run's first finished context to its last, in equal stretches of at least a second.</summary>
    private static Task<List<RunMoment>> TimelineAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<RunMoment>(
            $"""
            WITH ended AS (
              SELECT updated_at, state FROM run_items WHERE run_id = {runId} AND state <> {nameof(RunItemState.Pending)}),
            span AS (
              SELECT min(updated_at) AS began, greatest((max(updated_at) - min(updated_at)) / {Moments}, interval '1 second') AS step FROM ended)
            SELECT date_bin(step, updated_at, began) AS "At",
              count(*) FILTER (WHERE state <> {nameof(RunItemState.Failed)})::int AS "Succeeded",
              count(*) FILTER (WHERE state = {nameof(RunItemState.Failed)})::int AS "Failed"
            FROM ended, span GROUP BY 1 ORDER BY 1
            """).ToListAsync(cancellationToken);
}
