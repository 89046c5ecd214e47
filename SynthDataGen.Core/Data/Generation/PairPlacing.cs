using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Checks.Duplicates;
using SynthDataGen.Core.Pairs;
using SynthDataGen.Core.Review;

namespace SynthDataGen.Core.Data.Generation;

/// <summary>Finds the cluster of one pair again after its wording has changed.</summary>
public sealed class PairPlacing(IOptions<GenerationOptions> options)
{
    /// <summary>
    /// Compares a pair in its current wording with the firsts of the workspace. The pair leaves its cluster and becomes
    /// a member of the cluster whose first is returned, or a first itself (null). Runs within the context's transaction.
    /// </summary>
    internal async Task<Guid?> PlaceAsync(SynthDataGenDb db, Guid workspaceId, Guid pairId, string question, string answer, CancellationToken cancellationToken)
    {
        await db.LockClustersAsync(workspaceId, cancellationToken);
        var pair = ComparedPair.Of(workspaceId, pairId, question, answer);
        var cluster = await FindClusterAsync(db, workspaceId, pair, cancellationToken);
        await PutFirstAsync(db, pair, cluster is null, cancellationToken);
        return cluster;
    }

    /// <summary>The first of the cluster that a pair with this wording would join; null: it would join none. Nothing changes.</summary>
    internal async Task<Guid?> FindClusterAsync(SynthDataGenDb db, Guid workspaceId, ComparedPair pair, CancellationToken cancellationToken)
    {
        var clusters = new Clusters(options.Value.Checks.DuplicateSimilarity);
        foreach (var first in (await DuplicateRecords.ListFirstsAsync(db, workspaceId, pair.Bands, cancellationToken)).Where(first => first.Id != pair.Id))
        {
            clusters.AddFirst(first);
        }

        return clusters.Join(pair);
    }

    /// <summary>Restores a pair to where it was before: in a cluster, or as a first.</summary>
    internal static async Task RestoreAsync(SynthDataGenDb db, Pair pair, CancellationToken cancellationToken)
    {
        await db.LockClustersAsync(pair.WorkspaceId, cancellationToken);
        await PutFirstAsync(db, ComparedPair.Of(pair.WorkspaceId, pair.Id, pair.Question, pair.Answer), pair.ClusterId is null, cancellationToken);
    }

    private static Task<int> PutFirstAsync(SynthDataGenDb db, ComparedPair pair, bool isFirst, CancellationToken cancellationToken) => isFirst
        ? db.Database.ExecuteSqlAsync(
            $"INSERT INTO fingerprints (pair_id, bands) VALUES ({pair.Id}, {pair.Bands}) ON CONFLICT (pair_id) DO UPDATE SET bands = excluded.bands", cancellationToken)
        : db.Fingerprints.Where(f => f.PairId == pair.Id).ExecuteDeleteAsync(cancellationToken);
}
