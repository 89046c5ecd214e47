using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>A context of one document for a run to ask about.</summary>
public sealed record PlannedContext(Guid DocumentId, Guid RevisionId, ContextSpan Span, int Pairs)
{
    /// <summary>The item that asked about it first; null: none did.</summary>
    public Guid? RepeatsId { get; init; }
}

/// <summary>A document's current revision.</summary>
public sealed record CurrentRevision(Guid DocumentId, Guid RevisionId);

/// <summary>Loads and saves for the planning job.</summary>
public sealed class PlanRecords(IDbContextFactory<SynthDataGenDb> factory, WorkQueue work, TimeProvider time)
{
    /// <summary>The run, if it still needs planning.</summary>
    public async Task<Run?> FindPlannedAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId && r.State == RunState.Planned, cancellationToken);
    }

    /// <summary>The run's generator; null where it was deleted.</summary>
    public async Task<Generator?> FindGeneratorAsync(Run run, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Generators.AsNoTracking().SingleOrDefaultAsync(g => g.Id == run.GeneratorId, cancellationToken);
    }

    /// <summary>The current revisions of a workspace's documents that are ready, oldest document first.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="documentIds">Of these documents only; null: of all.</param>
    /// <param name="most">At most so many; null: all.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<IReadOnlyList<CurrentRevision>> ListRevisionsAsync(
        Guid workspaceId, IReadOnlyList<Guid>? documentIds, int? most, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var documents = db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Status == DocumentStatus.Ready && d.RevisionId != null);
        if (documentIds is { } ids)
        {
            documents = documents.Where(d => ids.Contains(d.Id));
        }

        return await documents.OrderBy(d => d.Id).Take(most ?? int.MaxValue).Select(d => new CurrentRevision(d.Id, d.RevisionId!.Value)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Chunk>> ListChunksAsync(Guid revisionId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Chunks.AsNoTracking().Where(c => c.RevisionId == revisionId).OrderBy(c => c.Ordinal).ToListAsync(cancellationToken);
    }

    /// <summary>Saves the plan and schedules its work once: a second planner of the same run changes nothing.</summary>
    public Task SaveAsync(Run run, IReadOnlyList<PlannedContext> contexts, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                var state = contexts.Count > 0 ? RunState.Running : run.Exactly ? RunState.FinishedWithFailures : RunState.Finished;
                DateTimeOffset? finishedAt = contexts.Count == 0 ? now : null;
                var mine = await db.Runs.Where(r => r.Id == run.Id && r.State == RunState.Planned)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.FinishedAt, finishedAt), cancellationToken);
                if (mine == 0)
                {
                    return;
                }

                await AddAsync(db, work, run, contexts, 0, now, cancellationToken);
                await db.NotifyAsync(run.WorkspaceId, ChangeNote.Run, run.Id, cancellationToken);
            },
            cancellationToken);

    /// <summary>Saves contexts as items of the run's newest round, with ordinals from <paramref name="first"/> on, and hands them out.</summary>
    internal static async Task AddAsync(
        SynthDataGenDb db, WorkQueue work, Run run, IReadOnlyList<PlannedContext> contexts, int first, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.AddRange(contexts.Select((context, i) => Item(run, context, first + i, now)));
        await db.SaveChangesAsync(cancellationToken);
        await MarkReachedAsync(db, run.Id, cancellationToken);
        var batches = ContextBatch.Of(run.Id, run.Resumptions, [.. Enumerable.Range(first, contexts.Count)]);
        await work.AddAsync(db, WorkKinds.GeneratePairs, batches.Select(b => b.ToString()), cancellationToken);
    }

    private static RunItem Item(Run run, PlannedContext context, int ordinal, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RunId = run.Id,
        DocumentId = context.DocumentId,
        RevisionId = context.RevisionId,
        Ordinal = ordinal,
        FirstChunk = context.Span.FirstChunk,
        LastChunk = context.Span.LastChunk,
        Start = context.Span.Start,
        End = context.Span.End,
        Tokens = context.Span.Tokens,
        Pairs = context.Pairs,
        HeadingPath = context.Span.HeadingPath,
        Header = context.Span.Header,
        Further = context.Span.Further,
        TopUp = run.TopUps,
        RepeatsId = context.RepeatsId,
        UpdatedAt = now,
    };

    /// <summary>Counts how much of each revision generators have seen, over all runs.</summary>
    private static async Task MarkReachedAsync(SynthDataGenDb db, Guid runId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH shown AS (
                SELECT revision_id, first_chunk, last_chunk FROM run_items WHERE run_id = {runId}
                UNION SELECT revision_id, (span ->> 'firstChunk')::int, (span ->> 'lastChunk')::int
                FROM run_items, jsonb_array_elements(further) AS span WHERE run_id = {runId})
            UPDATE chunks SET in_context = true FROM shown
            WHERE chunks.revision_id = shown.revision_id AND chunks.ordinal BETWEEN shown.first_chunk AND shown.last_chunk AND NOT chunks.in_context
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE revisions SET context_characters = reached.characters
            FROM (SELECT revision_id, sum(characters) AS characters FROM chunks
                  WHERE in_context AND revision_id IN (SELECT revision_id FROM run_items WHERE run_id = {runId})
                  GROUP BY revision_id) AS reached
            WHERE revisions.id = reached.revision_id
            """,
            cancellationToken);
    }
}
