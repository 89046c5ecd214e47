using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Core.Export;

/// <summary>Keeps the files of exports in the store.</summary>
public sealed class ExportStore(IObjectStore store)
{
    /// <summary>Stores a complete file.</summary>
    public async Task PutAsync(string bucket, DatasetExport export, BuildFolder folder, ExportFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(file);
        await using var content = folder.Open(file.Name);
        await store.PutAsync(bucket, StoreKeys.OfFile(export.Id, export.Build, file.Name), content, "application/octet-stream", cancellationToken);
    }

    /// <summary>Opens a file of a ready export; null: the store no longer has it.</summary>
    public Task<Stream?> OpenAsync(string bucket, DatasetExport export, string file, CancellationToken cancellationToken) =>
        store.OpenAsync(bucket, StoreKeys.OfFile(export.Id, export.Build, file), cancellationToken);

    /// <summary>Deletes all objects whose keys have a prefix.</summary>
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
