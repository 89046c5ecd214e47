using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Documents;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;

namespace SynthDataGen.Api.Documents;

/// <summary>Documents: listing, reading, removing.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this RouteGroupBuilder workspace)
    {
        var group = workspace.MapGroup("/documents").WithTags("Documents");
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", GetAsync);
        group.MapDelete("/{id:guid}", DeleteAsync);
        group.MapPost("/{id:guid}/retry", RetryAsync);
        group.MapGet("/{id:guid}/text", TextAsync);
        group.MapGet("/{id:guid}/chunks", ChunksAsync);
        group.MapIntake();
        group.MapFiles();
    }

    private static async Task<Results<Ok<Page<Document>>, ProblemHttpResult>> ListAsync(
        CurrentWorkspace workspace, DocumentRecords documents, string? status, string? search, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        if (!WireNames.TryRead<DocumentStatus>(status, out var wanted))
        {
            return Problems.BadRequest("unknown-status", $"There is no status \"{status}\"; there are discovered, extracting, ready, failed and deleted.");
        }

        var size = Paging.Clamp(limit);
        var rows = await documents.ListAsync(workspace.Id, wanted, search, after, size + 1, cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, row => row.ToWire(), row => row.Document.Id.ToString()));
    }

    private static async Task<Results<Ok<Document>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, DocumentRecords documents, Guid id, CancellationToken cancellationToken) =>
        await documents.FindAsync(workspace.Id, id, cancellationToken) is { } row ? TypedResults.Ok(row.ToWire()) : NotFound(id);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, DocumentRecords documents, IObjectStore store, Guid id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(workspace.Id, id, cancellationToken) is not { } row)
        {
            return NotFound(id);
        }

        await store.DeleteAsync(workspace.Value.Bucket, row.Document.Key, cancellationToken);
        await documents.DeleteAsync(workspace.Id, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<Document>, ProblemHttpResult>> RetryAsync(
        CurrentWorkspace workspace, DocumentRecords documents, Guid id, CancellationToken cancellationToken) =>
        await documents.RetryAsync(workspace.Id, id, cancellationToken) is { } document ? TypedResults.Ok(document.ToWire()) : NotFound(id);

    private static async Task<Results<Ok<DocumentText>, ProblemHttpResult>> TextAsync(
        CurrentWorkspace workspace, DocumentRecords documents, Guid id, Guid? revisionId, CancellationToken cancellationToken) =>
        await documents.FindTextAsync(workspace.Id, id, revisionId, cancellationToken) is { } text
            ? TypedResults.Ok(text.ToWire())
            : Problems.NotFound("text-not-found", $"Document {id} has no text yet, or no such revision.");

    private static async Task<Results<Ok<Page<Chunk>>, ProblemHttpResult>> ChunksAsync(
        CurrentWorkspace workspace, DocumentRecords documents, Guid id, int? after, int? limit, CancellationToken cancellationToken)
    {
        var size = Paging.Clamp(limit);
        var rows = await documents.ListChunksAsync(workspace.Id, id, after ?? -1, size + 1, cancellationToken);
        if (rows.Count == 0 && await documents.FindAsync(workspace.Id, id, cancellationToken) is null)
        {
            return NotFound(id);
        }

        return TypedResults.Ok(rows.ToPage(size, chunk => chunk.ToWire(), chunk => chunk.Ordinal.ToString()));
    }

    internal static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("document-not-found", $"There is no document {id} in this workspace.");
}
