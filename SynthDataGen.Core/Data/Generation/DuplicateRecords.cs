using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks.Duplicates;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Finds pairs that are worded like an older one of their workspace, once they are saved.</summary>
public sealed class DuplicateRecords(IDbContextFactory<SynthDataGenDb> factory, IOptions<GenerationOptions> options)
{
    /// <summary>
    /// Compares the pairs of a batch that were not compared yet: a duplicate gets its cluster and its flag, any other becomes the
    /// first of a cluster of its own. Can run twice; two at once in one workspace wait for each other, since each may hold the other's first.
    /// </summary>
    public Task MarkAsync(ContextBatch batch, CancellationToken cancellationToken) =>
        factory.InTransactionAsync(
            async db =>
            {
                if (await db.Runs.Where(r => r.Id == batch.RunId).Select(r => (Guid?)r.WorkspaceId).SingleOrDefaultAsync(cancellationToken) is not { } workspaceId)
                {
                    return;
                }

                await db.LockClustersAsync(workspaceId, cancellationToken);
                var pairs = await NewPairs(db, workspaceId, batch).ToListAsync(cancellationToken);
                if (pairs.Count > 0)
                {
                    await MarkAsync(db, workspaceId, [.. pairs.Select(p => ComparedPair.Of(workspaceId, p.Id, p.Question, p.Answer))], cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>
    /// Compares one pair, as it is worded now, with the firsts of the workspace. It leaves the cluster that it was in, and is from now on
    /// what it is found to be: one more of the cluster whose first is returned, or a first itself (null). Within the context's transaction.
    /// </summary>
    internal async Task<Guid?> PlaceAsync(SynthDataGenDb db, Guid workspaceId, Guid pairId, string question, string answer, CancellationToken cancellationToken)
    {
        await db.LockClustersAsync(workspaceId, cancellationToken);
        var pair = ComparedPair.Of(workspaceId, pairId, question, answer);
        var clusters = new Clusters(options.Value.Checks.DuplicateSimilarity);
        foreach (var first in (await ListFirstsAsync(db, workspaceId, pair.Bands, cancellationToken)).Where(first => first.Id != pairId))
        {
            clusters.AddFirst(first);
        }

        var cluster = clusters.Join(pair);
        await PutFirstAsync(db, pair, cluster is null, cancellationToken);
        return cluster;
    }

    /// <summary>Puts a pair back where it was before it was placed anew: in a cluster, or as a first.</summary>
    internal static async Task RestoreAsync(SynthDataGenDb db, Pair pair, CancellationToken cancellationToken)
    {
        await db.LockClustersAsync(pair.WorkspaceId, cancellationToken);
        await PutFirstAsync(db, ComparedPair.Of(pair.WorkspaceId, pair.Id, pair.Question, pair.Answer), pair.ClusterId is null, cancellationToken);
    }

    private static Task<int> PutFirstAsync(SynthDataGenDb db, ComparedPair pair, bool isFirst, CancellationToken cancellationToken) => isFirst
        ? db.Database.ExecuteSqlAsync(
            $"INSERT INTO fingerprints (pair_id, bands) VALUES ({pair.Id}, {pair.Bands}) ON CONFLICT (pair_id) DO UPDATE SET bands = excluded.bands", cancellationToken)
        : db.Fingerprints.Where(f => f.PairId == pair.Id).ExecuteDeleteAsync(cancellationToken);

    private static IQueryable<Pair> NewPairs(SynthDataGenDb db, Guid workspaceId, ContextBatch batch) => db.Pairs.AsNoTracking()
        .Where(p => p.WorkspaceId == workspaceId && p.RunId == batch.RunId && p.Context >= batch.First && p.Context <= batch.Last)
        .Where(p => p.ClusterId == null && !db.Fingerprints.Any(f => f.PairId == p.Id))
        .OrderBy(p => p.Context).ThenBy(p => p.Ordinal);

    private async Task MarkAsync(SynthDataGenDb db, Guid workspaceId, IReadOnlyList<ComparedPair> pairs, CancellationToken cancellationToken)
    {
        var clusters = new Clusters(options.Value.Checks.DuplicateSimilarity);
        foreach (var first in await ListFirstsAsync(db, workspaceId, [.. pairs.SelectMany(pair => pair.Bands).Distinct()], cancellationToken))
        {
            clusters.AddFirst(first);
        }

        var joined = pairs.Select(pair => (Pair: pair, Cluster: clusters.Join(pair))).ToLookup(found => found.Cluster is not null);
        db.AddRange(joined[false].Select(found => new Fingerprint { PairId = found.Pair.Id, Bands = found.Pair.Bands }));
        await db.SaveChangesAsync(cancellationToken);
        await FlagAsync(db, [.. joined[true].Select(found => found.Pair.Id)], [.. joined[true].Select(found => found.Cluster!.Value)], cancellationToken);
        await db.TellAsync(workspaceId, ChangeNote.Pair, null, cancellationToken);
    }

    private static async Task<IEnumerable<ComparedPair>> ListFirstsAsync(
        SynthDataGenDb db, Guid workspaceId, int[] bands, CancellationToken cancellationToken)
    {
        // Key by key, which is one look into the index each; "bands && {bands}" the planner takes for a reason to read the whole table.
        var ids = await db.Database.SqlQuery<Guid>(
            $"""SELECT DISTINCT f.pair_id AS "Value" FROM unnest({bands}) AS key (band) JOIN fingerprints f ON f.bands @> ARRAY[key.band]""").ToListAsync(cancellationToken);
        var firsts = await (
            from p in db.Pairs
            join f in db.Fingerprints on p.Id equals f.PairId
            where ids.Contains(p.Id) && p.WorkspaceId == workspaceId
            select new { p.Id, p.Question, p.Answer, f.Bands }).ToListAsync(cancellationToken);
        return firsts.Select(first => new ComparedPair(first.Id, Wording.Of(first.Question, first.Answer), first.Bands));
    }

    private static Task<int> FlagAsync(SynthDataGenDb db, Guid[] pairs, Guid[] clusters, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE pairs SET cluster_id = found.cluster_id, flags = array_append(flags, {PairFlags.Duplicate})
            FROM unnest({pairs}, {clusters}) AS found (id, cluster_id)
            WHERE pairs.id = found.id
            """,
            cancellationToken);
}
