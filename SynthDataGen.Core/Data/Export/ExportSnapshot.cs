using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The pairs of a workspace at one moment, ordered by run, context and ordinal.</summary>
public sealed class ExportSnapshot : IAsyncDisposable
{
    private readonly SynthDataGenDb db;
    private readonly Selection selection;
    private readonly IQueryable<Pair> pairs;

    internal ExportSnapshot(SynthDataGenDb db, Selection selection) => (this.db, this.selection, pairs) = (db, selection, PairsOf(db, selection));

    /// <summary>Counts the pairs, from the tallies where possible.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var query = selection.Query;
        if (selection.OnlyEdited || query != new PairQuery { Status = query.Status, RunId = query.RunId, Type = query.Type })
        {
            return await pairs.LongCountAsync(cancellationToken);
        }

        var tallies = db.PairTallies.Where(t => t.WorkspaceId == selection.WorkspaceId);
        tallies = query.RunId is { } run ? tallies.Where(t => t.RunId == run) : tallies;
        tallies = query.Type is { } type ? tallies.Where(t => t.QuestionType == type) : tallies;
        var statuses = StatusesOf(selection);
        return await tallies.Where(t => statuses.Contains(t.Status)).SumAsync(t => t.Count, cancellationToken);
    }

    /// <summary>Lists what planning needs of the pairs, or of the first of them.</summary>
    /// <param name="benchmarkOf">Finds the benchmark that a question and answer repeat; null: there are none to look for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">The most pairs; null: all.</param>
    public async Task<CandidateList> ListCandidatesAsync(Func<string, string, int?>? benchmarkOf, CancellationToken cancellationToken, int? most = null)
    {
        var size = most ?? (int)await CountAsync(cancellationToken);
        var (candidates, concerns) = (new List<Candidate>(size), new List<Concerns>(size));
        await foreach (var batch in CandidateRows.ReadAsync(db, Bounded(most), benchmarkOf, cancellationToken))
        {
            foreach (var (candidate, concern) in batch)
            {
                candidates.Add(candidate);
                concerns.Add(concern);
            }
        }

        return new(candidates, concerns);
    }

    /// <summary>Reads the pairs in batches; the next batch is read while the last is used.</summary>
    /// <param name="needs">What to read beyond the pairs themselves; the caller adds distractors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">The most pairs; null: all.</param>
    public async IAsyncEnumerable<IReadOnlyList<ExportedPair>> ReadAsync(
        FormatNeeds needs, [EnumeratorCancellation] CancellationToken cancellationToken, int? most = null)
    {
        var contexts = (needs & (FormatNeeds.Context | FormatNeeds.Distractors)) != FormatNeeds.None ? new ContextTexts(db) : null;
        await foreach (var batch in PairRows.ReadAsync(db, Bounded(most), Complete, cancellationToken))
        {
            yield return batch;
        }

        async Task<IReadOnlyList<ExportedPair>> Complete(IReadOnlyList<(ExportedPair Pair, Guid RunItemId)> rows)
        {
            IReadOnlyList<ExportedPair> batch = contexts is null ? [.. rows.Select(row => row.Pair)] : await contexts.AddAsync(rows, cancellationToken);
            return needs.HasFlag(FormatNeeds.OriginalAnswer) ? await AddOriginalAnswersAsync(batch, cancellationToken) : batch;
        }
    }

    /// <summary>Counts the workspace's documents that have been read, and the contexts in the runs that the pairs came from.</summary>
    public async Task<(long Documents, long Contexts)> CountSourcesAsync(CancellationToken cancellationToken)
    {
        var runs = pairs.Select(p => p.RunId).Distinct();
        return (
            await db.Documents.LongCountAsync(d => d.WorkspaceId == selection.WorkspaceId && d.Status == DocumentStatus.Ready, cancellationToken),
            await db.RunItems.LongCountAsync(i => runs.Contains(i.RunId), cancellationToken));
    }

    /// <summary>Draws the pool of distractors from the contexts of the pairs, or of the first of them.</summary>
    public Task<DistractorPool> DrawDistractorsAsync(ExportPlan plan, int seed, CancellationToken cancellationToken, int? most = null) =>
        new ContextPool(db, Bounded(most)).DrawAsync(plan, seed, cancellationToken);

    public ValueTask DisposeAsync() => db.DisposeAsync();

    /// <summary>Adds the generators' answers to the pairs that now have other ones.</summary>
    private async Task<IReadOnlyList<ExportedPair>> AddOriginalAnswersAsync(IReadOnlyList<ExportedPair> batch, CancellationToken cancellationToken)
    {
        var ids = batch.Where(pair => pair.Version > 1).Select(pair => pair.Id).ToArray();
        var edits = await db.Decisions.AsNoTracking().Where(d => ids.Contains(d.PairId) && d.Action == DecisionAction.Edit)
            .Select(d => new { d.PairId, d.Id, d.Before }).ToListAsync(cancellationToken);
        var first = edits.Where(edit => edit.Before.Answer is not null).GroupBy(edit => edit.PairId)
            .ToDictionary(pair => pair.Key, pair => pair.MinBy(edit => edit.Id)!.Before.Answer);
        return [.. batch.Select(pair => first.GetValueOrDefault(pair.Id) is { } original && original != pair.Answer ? pair with { OriginalAnswer = original } : pair)];
    }

    private IQueryable<Pair> Bounded(int? most) => most is { } limit ? Ordered().Take(limit) : Ordered();

    private IOrderedQueryable<Pair> Ordered() => pairs.AsNoTracking().OrderBy(p => p.RunId).ThenBy(p => p.Context).ThenBy(p => p.Ordinal);

    private static IQueryable<Pair> PairsOf(SynthDataGenDb db, Selection selection)
    {
        var found = selection.Query.Of(db, selection.WorkspaceId);
        found = selection.OnlyEdited ? Edited(db, selection.WorkspaceId, found) : found;
        var statuses = StatusesOf(selection);
        return selection.Query.Status is not null || selection.TakesAll ? found
            : statuses is [var only] ? found.Where(p => p.Status == only)
            : found.Where(p => statuses.Contains(p.Status));
    }

    /// <summary>Those whose answer was changed by an edit that was not undone.</summary>
    private static IQueryable<Pair> Edited(SynthDataGenDb db, Guid workspaceId, IQueryable<Pair> pairs)
    {
        var edited = db.Database.SqlQuery<Guid>(
            $"""
            SELECT d.pair_id AS "Value" FROM decisions d JOIN pairs p ON p.id = d.pair_id
            WHERE p.workspace_id = {workspaceId} AND d.action = 'Edit' AND NOT d.undone AND d.before ->> 'answer' <> p.answer
            """);
        return pairs.Where(p => edited.Contains(p.Id));
    }

    private static PairStatus[] StatusesOf(Selection selection) => selection switch
    {
        { Query.Status: { } status } => [status],
        { TakesAll: true } => Enum.GetValues<PairStatus>(),
        { TakesRejected: true } => [PairStatus.Approved, PairStatus.Rejected],
        _ => [PairStatus.Approved],
    };
}
