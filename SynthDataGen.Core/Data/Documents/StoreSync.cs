using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Searches a workspace's bucket for new, changed and missing objects, a page at a time.</summary>
public sealed class StoreSync(IObjectStore store, SyncRecords records)
{
    private const int PageSize = 500;

    /// <summary>Syncs, after waiting for any running sync, which may have missed the newest objects.</summary>
    public Task<SyncCounts> RunAsync(Workspace workspace, CancellationToken cancellationToken) =>
        records.RunExclusiveAsync(workspace.Id, () => SyncAsync(workspace, cancellationToken), cancellationToken);

    /// <summary>Syncs, unless a sync is running; null if one is.</summary>
    public Task<SyncCounts?> TryRunAsync(Workspace workspace, CancellationToken cancellationToken) =>
        records.TryRunExclusiveAsync(workspace.Id, () => SyncAsync(workspace, cancellationToken), cancellationToken);

    private async Task<SyncCounts> SyncAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var began = await records.BeginAsync(cancellationToken);
        var scope = new Scope(workspace.Sync);
        var counts = new SyncCounts(0, 0, 0, 0, 0);
        var page = new List<StoredObject>(PageSize);
        await foreach (var stored in store.ListAsync(workspace.Bucket, scope.Prefix, cancellationToken))
        {
            if (!scope.Holds(stored.Key))
            {
                continue;
            }

            page.Add(stored);
            if (page.Count == PageSize)
            {
                counts += await records.MergeAsync(workspace.Id, page, cancellationToken);
                page.Clear();
            }
        }

        counts += await records.MergeAsync(workspace.Id, page, cancellationToken);
        counts += await records.CloseAsync(workspace.Id, began, cancellationToken);

        // Only now, so that the old document of a renamed object is marked as deleted before the new one is read.
        await records.ReleaseAsync(workspace.Id, cancellationToken);
        return counts;
    }
}
