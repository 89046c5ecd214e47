using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Documents;

/// <summary>Looks through a workspace's bucket for objects that are new, changed or gone, a page at a time.</summary>
internal sealed class StoreSync(IObjectStore store, SyncRecords records, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task<SyncCounts> RunAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var counts = new SyncCounts(0, 0, 0, 0);
        var page = new List<StoredObject>(PageSize);
        await foreach (var stored in store.ListAsync(workspace.Bucket, null, cancellationToken))
        {
            page.Add(stored);
            if (page.Count == PageSize)
            {
                counts += await records.MergeAsync(workspace.Id, page, cancellationToken);
                page.Clear();
            }
        }

        counts += await records.MergeAsync(workspace.Id, page, cancellationToken);
        return counts + await records.CloseAsync(workspace.Id, began, cancellationToken);
    }
}
