using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Export;

/// <summary>Pairs of a workspace as of one moment, in the order of run, context and ordinal.</summary>
public sealed class ExportSnapshot : IAsyncDisposable
{
    private readonly SynthDataGenDb db;
    private readonly Selection selection;
    private readonly IQueryable<Pair> pairs;

    internal ExportSnapshot(SynthDataGenDb db, Selection selection) => (this.db, this.selection, pairs) = (db, selection, PairsOf(db, selection));

    /// <summary>How many there are: from the tallies where these tell, else counted.</summary>
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

    /// <summary>All of them as far as it takes to plan an export; of more than a bound the first.</summary>
    /// <param name="benchmarkOf">Tells of question and answer which benchmark they repeat; null: none is to be looked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="most">The bound; null: none.</param>
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

    /// <summary>All of them, in batches; the next one is read while the last is used.</summary>
    /// <param name="needs">What is needed beyond the pairs themselves; distractors are others' to add.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="most">Most pairs; null: all.</param>
    public async IAsyncEnumerable<IReadOnlyList<ExportedPair>> ReadAsync(
        FormatNeeds needs, [EnumeratorCancellation] CancellationToken cancellationToken, int? most = null)
    {
        var originals = needs.HasFlag(FormatNeeds.OriginalAnswer) ? new OriginalAnswers(db) : null;
        var contexts = (needs & (FormatNeeds.Context | FormatNeeds.Distractors)) != FormatNeeds.None ? new ContextTexts(db) : null;
        await foreach (var batch in PairRows.ReadAsync(db, Bounded(most), Complete, cancellationToken))
        {
            yield return batch;
        }

        async Task<IReadOnlyList<ExportedPair>> Complete(IReadOnlyList<(ExportedPair Pair, Guid RunItemId)> rows)
        {
            IReadOnlyList<ExportedPair> batch = contexts is null ? [.. rows.Select(row => row.Pair)] : await contexts.AddAsync(rows, cancellationToken);
            return originals is null ? batch : await originals.AddAsync(batch, cancellationToken);
        }
    }

    /// <summary>Documents of the workspace that are read, and contexts of the runs that the pairs came from.</summary>
    public async Task<(long Documents, long Contexts)> CountSourcesAsync(CancellationToken cancellationToken)
    {
        var runs = pairs.Select(p => p.RunId).Distinct();
        return (
            await db.Documents.LongCountAsync(d => d.WorkspaceId == selection.WorkspaceId && d.Status == DocumentStatus.Ready, cancellationToken),
            await db.RunItems.LongCountAsync(i => runs.Contains(i.RunId), cancellationToken));
    }

    /// <summary>The contexts of the pairs, to draw distractors from; of more pairs than a bound those of the first.</summary>
    public ContextPool ContextsOf(int? most = null) => new(db, Bounded(most));

    public ValueTask DisposeAsync() => db.DisposeAsync();

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

    /// <summary>Those that an edit, which stands, gave another answer.</summary>
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
