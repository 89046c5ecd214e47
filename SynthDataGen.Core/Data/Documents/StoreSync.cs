using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Documents;

/// <summary>Looks through a workspace's bucket for objects that are new, changed or gone, a page at a time.</summary>
public sealed class StoreSync(IObjectStore store, SyncRecords records)
{
    private const int PageSize = 500;

    /// <summary>Syncs; waits first for a sync that runs already, which may have passed by what was just put there.</summary>
    public Task<SyncCounts> RunAsync(Workspace workspace, CancellationToken cancellationToken) =>
        records.AloneAsync(workspace.Id, () => SyncAsync(workspace, cancellationToken), cancellationToken);

    /// <summary>Syncs, unless a sync runs already: null then.</summary>
    public Task<SyncCounts?> TryRunAsync(Workspace workspace, CancellationToken cancellationToken) =>
        records.UnlessRunningAsync(workspace.Id, () => SyncAsync(workspace, cancellationToken), cancellationToken);

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

        // Not before, so that the old document of a renamed object is known to be gone when the new one is read.
        await records.ReleaseAsync(workspace.Id, cancellationToken);
        return counts;
    }
}
