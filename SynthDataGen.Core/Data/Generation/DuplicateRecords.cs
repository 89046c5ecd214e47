using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks.Duplicates;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Finds saved pairs that are worded like an older pair of their workspace.</summary>
public sealed class DuplicateRecords
{
    private const int Most = 8;

    private readonly GroupCommit<ContextBatch> group;
    private readonly IDbContextFactory<SynthDataGenDb> factory;
    private readonly GenerationOptions options;

    public DuplicateRecords(IDbContextFactory<SynthDataGenDb> factory, IOptions<GenerationOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.factory, this.options) = (factory, options.Value);
        group = new(MarkAsync, Most);
    }

    /// <summary>
    /// Compares the pairs of a batch that have not been compared yet. A duplicate gets its cluster and its flag; any other becomes the
    /// first of its own cluster. It can run twice. Calls in one workspace take turns, since each may hold the other's first.
    /// Calls of one process are grouped: waiting in the database, they would hold connections that others need.
    /// </summary>
    public Task MarkAsync(ContextBatch batch, CancellationToken cancellationToken) => group.SaveAsync(batch).WaitAsync(cancellationToken);

    private async Task MarkAsync(IReadOnlyList<ContextBatch> batches)
    {
        foreach (var ofRun in batches.GroupBy(batch => batch.RunId))
        {
            await factory.InTransactionAsync(db => MarkAsync(db, ofRun.Key, [.. ofRun.OrderBy(batch => batch.First)]), CancellationToken.None);
        }
    }

    private async Task MarkAsync(SynthDataGenDb db, Guid runId, IReadOnlyList<ContextBatch> batches)
    {
        if (await db.Runs.Where(r => r.Id == runId).Select(r => (Guid?)r.WorkspaceId).SingleOrDefaultAsync() is not { } workspaceId)
        {
            return;
        }

        await db.LockClustersAsync(workspaceId, CancellationToken.None);
        var pairs = new List<ComparedPair>();
        foreach (var batch in batches)
        {
            pairs.AddRange(await ListNewAsync(db, workspaceId, batch));
        }

        if (pairs.Count > 0)
        {
            await MarkAsync(db, workspaceId, [.. pairs.DistinctBy(pair => pair.Id)]);
        }
    }

    private static async Task<IEnumerable<ComparedPair>> ListNewAsync(SynthDataGenDb db, Guid workspaceId, ContextBatch batch)
    {
        var pairs = await db.Pairs
            .Where(p => p.WorkspaceId == workspaceId && p.RunId == batch.RunId && p.Context >= batch.First && p.Context <= batch.Last)
            .Where(p => p.ClusterId == null && !db.Fingerprints.Any(f => f.PairId == p.Id))
            .OrderBy(p => p.Context).ThenBy(p => p.Ordinal)
            .Select(p => new { p.Id, p.Question, p.Answer }).ToListAsync();
        return pairs.Select(p => ComparedPair.Of(workspaceId, p.Id, p.Question, p.Answer));
    }

    private async Task MarkAsync(SynthDataGenDb db, Guid workspaceId, IReadOnlyList<ComparedPair> pairs)
    {
        var clusters = new Clusters(options.Checks.DuplicateSimilarity);
        foreach (var first in await ListFirstsAsync(db, workspaceId, [.. pairs.SelectMany(pair => pair.Bands).Distinct()], CancellationToken.None))
        {
            clusters.AddFirst(first);
        }

        var joined = pairs.Select(pair => (Pair: pair, Cluster: clusters.Join(pair))).ToLookup(found => found.Cluster is not null);
        await db.CopyAsync([.. joined[false].Select(found => new Fingerprint { PairId = found.Pair.Id, Bands = found.Pair.Bands })], CancellationToken.None);
        await FlagAsync(db, [.. joined[true].Select(found => found.Pair.Id)], [.. joined[true].Select(found => found.Cluster!.Value)]);
        await db.NotifyAsync(workspaceId, ChangeNote.Pair, null, CancellationToken.None);
    }

    /// <summary>The firsts of clusters that have one of these keys.</summary>
    internal static async Task<IEnumerable<ComparedPair>> ListFirstsAsync(SynthDataGenDb db, Guid workspaceId, int[] bands, CancellationToken cancellationToken)
    {
        // One index lookup per key; for "bands && {bands}" the planner would scan the whole table.
        var ids = await db.Database.SqlQuery<Guid>(
            $"""SELECT DISTINCT f.pair_id AS "Value" FROM unnest({bands}) AS key (band) JOIN fingerprints f ON f.bands @> ARRAY[key.band]""").ToListAsync(cancellationToken);
        var firsts = await (
            from p in db.Pairs
            join f in db.Fingerprints on p.Id equals f.PairId
            where ids.Contains(p.Id) && p.WorkspaceId == workspaceId
            select new { p.Id, p.Question, p.Answer, f.Bands }).ToListAsync(cancellationToken);
        return firsts.Select(first => new ComparedPair(first.Id, Wording.Of(first.Question, first.Answer), first.Bands));
    }

    private static Task<int> FlagAsync(SynthDataGenDb db, Guid[] pairs, Guid[] clusters) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE pairs SET cluster_id = found.cluster_id, flags = array_append(flags, {PairFlags.Duplicate})
            FROM unnest({pairs}, {clusters}) AS found (id, cluster_id)
            WHERE pairs.id = found.id
            """);
}
