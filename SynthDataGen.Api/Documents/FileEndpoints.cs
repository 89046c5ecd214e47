using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Documents.Extractors;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api.Documents;

/// <summary>A document's bytes, and pictures of its pages.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this RouteGroupBuilder documents)
    {
        documents.MapGet("/{id:guid}/original", OriginalAsync);
        documents.MapGet("/{id:guid}/pages/{page:int:min(1)}.png", PageAsync);
    }

    /// <summary>As an attachment: what a document holds is never shown as a page of ours.</summary>
    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OriginalAsync(
        CurrentWorkspace workspace, DocumentRecords documents, IObjectStore store, Guid id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(workspace.Id, id, cancellationToken) is not { } row)
        {
            return DocumentEndpoints.NotFound(id);
        }

        return await store.OpenAsync(workspace.Value.Bucket, row.Document.Key, cancellationToken) is { } stream
            ? TypedResults.Stream(stream, "application/octet-stream", row.Document.Key.Split('/')[^1])
            : Problems.NotFound("object-not-found", "The store no longer holds this document.");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PageAsync(
        CurrentWorkspace workspace, DocumentRecords documents, PagePictures pictures, Guid id, int page, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(workspace.Id, id, cancellationToken) is not { Revision: { } revision } row)
        {
            return DocumentEndpoints.NotFound(id);
        }

        return row.Document.MediaType == MediaTypes.Pdf && page <= revision.Pages
            && await pictures.DrawAsync(workspace.Value.Bucket, row.Document.Key, page, cancellationToken) is { } png
            ? TypedResults.File(png, "image/png")
            : Problems.NotFound("page-not-found", $"Document {id} has no picture of page {page}.");
    }
}
