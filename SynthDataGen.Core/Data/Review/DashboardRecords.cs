using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Review;

/// <summary>Pairs of one run and question type with a status.</summary>
public sealed record PairsOfRun(Guid RunId, string QuestionType, PairStatus Status, bool Flagged, long Count);

/// <summary>A run that wrote pairs, with what it used.</summary>
/// <param name="Name">Its recipe, or a word for one that is gone.</param>
/// <param name="Template">The template with its version; null: it wrote no pair.</param>
public sealed record RunUse(
    Guid Id, string Name, string Generator, string Model, DateTimeOffset StartedAt, string? Template,
    long Contexts, long InputTokens, long OutputTokens, decimal? Cost);

/// <summary>Pairs of one document by status.</summary>
public sealed record PairsOfDocument(Guid Id, string Key, long Approved, long Rejected, long Pending);

/// <summary>Pairs that have a flag and a status.</summary>
public sealed record PairsWithFlag(string Flag, PairStatus Status, long Count);

/// <summary>Decisions in force, of one person in one stretch of <see cref="DecisionTally.Stretch"/>.</summary>
public sealed record DecisionsMade(DateTimeOffset At, string By, DecisionAction Action, string Reason, bool Bulk, long Count);

/// <summary>Figures about a workspace's pairs; interpreting them is left to the caller.</summary>
public sealed record ReviewCounts(
    long Documents, long Chunks, IReadOnlyList<PairsOfRun> Pairs, IReadOnlyList<RunUse> Runs, IReadOnlyList<PairsOfDocument> TopDocuments,
    IReadOnlyList<PairsWithFlag> Flags, IReadOnlyList<DecisionsMade> Decisions)
{
    /// <summary>Pairs in the newest export that is ready; 0: none is.</summary>
    public long Exported { get; init; }
}

/// <summary>Reads the tallies, so that figures about a million pairs cost as little as those about a hundred.</summary>
public sealed class DashboardRecords(IDbContextFactory<SynthDataGenDb> factory)
{
    /// <summary>Most documents listed: those with the most decisions.</summary>
    private const int MostDocuments = 100;

    public async Task<ReviewCounts> ReadAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var documents = db.Documents.Where(d => d.WorkspaceId == workspaceId && d.Status == DocumentStatus.Ready);
        return new(
            await documents.LongCountAsync(cancellationToken),
            await documents.Join(db.Revisions, d => d.RevisionId, r => r.Id, (_, r) => (long)r.Chunks).SumAsync(cancellationToken),
            await db.PairTallies.Where(t => t.WorkspaceId == workspaceId)
                .GroupBy(t => new { t.RunId, t.QuestionType, t.Status, t.Flagged })
                .Select(g => new PairsOfRun(g.Key.RunId, g.Key.QuestionType, g.Key.Status, g.Key.Flagged, g.Sum(t => t.Count)))
                .ToListAsync(cancellationToken),
            await RunsAsync(db, workspaceId, cancellationToken),
            await DocumentsAsync(db, workspaceId, cancellationToken),
            await db.FlagTallies.Where(t => t.WorkspaceId == workspaceId)
                .GroupBy(t => new { t.Flag, t.Status })
                .Select(g => new PairsWithFlag(g.Key.Flag, g.Key.Status, g.Sum(t => t.Count)))
                .ToListAsync(cancellationToken),
            await db.DecisionTallies.Where(t => t.WorkspaceId == workspaceId)
                .GroupBy(t => new { t.At, t.By, t.Action, t.Reason, t.Bulk }).Where(g => g.Sum(t => t.Count) > 0)
                .Select(g => new DecisionsMade(g.Key.At, g.Key.By, g.Key.Action, g.Key.Reason, g.Key.Bulk, g.Sum(t => t.Count)))
                .ToListAsync(cancellationToken))
        {
            Exported = (await db.Exports.AsNoTracking().Where(e => e.WorkspaceId == workspaceId && e.State == ExportState.Ready)
                .OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken))?.Counts?.Total ?? 0,
        };
    }

    private static async Task<IReadOnlyList<RunUse>> RunsAsync(SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken)
    {
        var runs = await (
            from run in db.Runs
            where run.WorkspaceId == workspaceId
            orderby run.Id descending
            select new
            {
                Run = run,
                Recipe = db.Recipes.Where(r => r.Id == run.RecipeId).Select(r => r.Name).FirstOrDefault(),
                Template = db.Pairs.Where(p => p.RunId == run.Id).Select(p => p.Template + " " + p.TemplateVersion).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(cancellationToken);
        var used = await db.RunItems.Where(i => db.Runs.Any(r => r.WorkspaceId == workspaceId && r.Id == i.RunId))
            .GroupBy(i => i.RunId)
            .Select(g => new
            {
                g.Key,
                Contexts = g.LongCount(i => i.State == RunItemState.Succeeded),
                Input = g.Sum(i => (long)i.InputTokens),
                Output = g.Sum(i => (long)i.OutputTokens),
                JudgeInput = g.Sum(i => (long)i.JudgeInputTokens),
                JudgeOutput = g.Sum(i => (long)i.JudgeOutputTokens),
            }).ToDictionaryAsync(g => g.Key, cancellationToken);
        var prices = await db.Generators.AsNoTracking().Where(g => g.WorkspaceId == workspaceId).ToDictionaryAsync(g => g.Id, TokenPrices.Of, cancellationToken);
        decimal? CostOf(Guid? generator, long input, long output) => generator is { } id ? prices.GetValueOrDefault(id)?.CostOf(input, output) : null;
        return [.. runs.Where(r => used.ContainsKey(r.Run.Id)).Select(r =>
        {
            var (run, use) = (r.Run, used[r.Run.Id]);
            return new RunUse(
                run.Id, r.Recipe ?? "a deleted recipe", run.GeneratorName, run.Model, run.StartedAt, r.Template,
                use.Contexts, use.Input + use.JudgeInput, use.Output + use.JudgeOutput,
                TokenPrices.Sum(CostOf(run.GeneratorId, use.Input, use.Output), CostOf(run.JudgeGeneratorId, use.JudgeInput, use.JudgeOutput)));
        })];
    }

    private static Task<List<PairsOfDocument>> DocumentsAsync(SynthDataGenDb db, Guid workspaceId, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<PairsOfDocument>(
            $"""
            SELECT d.id AS "Id", d.key AS "Key", c.approved AS "Approved", c.rejected AS "Rejected", c.pending AS "Pending"
            FROM (
              SELECT document_id,
                count(*) FILTER (WHERE status = {nameof(PairStatus.Approved)}) AS approved,
                count(*) FILTER (WHERE status = {nameof(PairStatus.Rejected)}) AS rejected,
                count(*) FILTER (WHERE status = {nameof(PairStatus.Pending)}) AS pending
              FROM pairs WHERE document_id IN (SELECT id FROM documents WHERE workspace_id = {workspaceId}) GROUP BY document_id) AS c
            JOIN documents d ON d.id = c.document_id
            ORDER BY c.approved + c.rejected DESC, c.pending DESC, d.key LIMIT {MostDocuments}
            """).ToListAsync(cancellationToken);
}
