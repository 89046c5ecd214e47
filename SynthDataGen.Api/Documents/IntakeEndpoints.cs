using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Documents;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Documents;

/// <summary>How documents come in: by upload, or by looking into the bucket; and how all are read again.</summary>
internal static class IntakeEndpoints
{
    public static void MapIntake(this RouteGroupBuilder documents)
    {
        documents.MapPost("/", UploadAsync).TakesUploads();
        documents.MapPost("/sync", SyncAsync);
        documents.MapPost("/reread", RereadAsync);
    }

    /// <summary>Each file is stored and recorded on its own: one that is refused does not stop the others.</summary>
    private static async Task<UploadResult> UploadAsync(
        CurrentWorkspace workspace, IFormFileCollection files, IObjectStore store, DocumentRecords documents, CancellationToken cancellationToken)
    {
        var results = new List<Uploaded>(files.Count);
        var scope = new Scope(workspace.Value.Sync);
        foreach (var file in files)
        {
            if (UploadName.KeyOf(file.FileName, scope.Prefix) is not { } key)
            {
                results.Add(new(file.FileName, null, new("bad-name", "This file name can't be used. Rename the file and upload it again.")));
                continue;
            }

            if (!scope.Holds(key))
            {
                results.Add(new(file.FileName, null, new("out-of-scope", "This workspace's patterns exclude this file name. Rename the file, or change the patterns in the settings.")));
                continue;
            }

            await using var content = file.OpenReadStream();
            var stored = await store.PutAsync(workspace.Value.Bucket, key, content, MediaTypes.OfName(key), cancellationToken);
            var document = await documents.AddAsync(workspace.Id, stored, cancellationToken);
            results.Add(new(file.FileName, document.ToWire(), null));
        }

        return new(results);
    }

    private static async Task<Ok<SyncResult>> SyncAsync(CurrentWorkspace workspace, StoreSync sync, CancellationToken cancellationToken)
    {
        var counts = await sync.RunAsync(workspace.Value, cancellationToken);
        return TypedResults.Ok(new SyncResult { Found = counts.Found, Added = counts.Added, Changed = counts.Changed, Deleted = counts.Deleted, Renamed = counts.Renamed });
    }

    private static async Task<Accepted<RereadResult>> RereadAsync(
        CurrentWorkspace workspace, RereadRecords records, string? failure, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, new RereadResult(await records.BeginAsync(workspace.Id, failure, cancellationToken)));
}
