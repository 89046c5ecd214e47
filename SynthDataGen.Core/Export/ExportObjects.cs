using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Export;

/// <summary>The files of exports as objects of the store.</summary>
public sealed class ExportObjects(IObjectStore store)
{
    /// <summary>Puts a file that is complete into the store.</summary>
    public async Task PutAsync(string bucket, DatasetExport export, BuildFolder folder, ExportFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(file);
        await using var content = folder.Open(file.Name);
        await store.PutAsync(bucket, StoreKeys.Of(export, file.Name), content, "application/octet-stream", cancellationToken);
    }

    /// <summary>Opens a file of an export that is ready; null: the store no longer holds it.</summary>
    public Task<Stream?> OpenAsync(string bucket, DatasetExport export, string file, CancellationToken cancellationToken) =>
        store.OpenAsync(bucket, StoreKeys.Of(export, file), cancellationToken);

    /// <summary>Takes out all objects whose keys begin so.</summary>
    public async Task RemoveAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var stored in store.ListAsync(bucket, prefix, cancellationToken))
        {
            keys.Add(stored.Key);
        }

        foreach (var key in keys)
        {
            await store.DeleteAsync(bucket, key, cancellationToken);
        }
    }
}
