using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SynthDataGen.Client;
using SynthDataGen.Client.Documents;

namespace SynthDataGen.Web.Tests.CannedApi;

/// <summary>Documents, their text and pages; uploads are ready immediately.</summary>
internal static class CannedDocuments
{
    public static void MapDocuments(this IEndpointRouteBuilder app, CannedServer server)
    {
        var data = server.Data;
        var routes = app.MapGroup("/api/v1/workspaces/{ws}/documents");
        routes.MapGet("", (string? status, string? search) => new Page<Document>(
            [.. data.Documents.Where(document => (status is null || document.Status == status) && (search is null || document.Key.Contains(search, StringComparison.OrdinalIgnoreCase)))], null));
        routes.MapPost("", async (HttpRequest request, CancellationToken cancellationToken) => Upload(server, (await request.ReadFormAsync(cancellationToken)).Files[0]));
        routes.MapPost("/sync", () => new SyncResult { Found = 6, Added = 1, Changed = 0, Deleted = 0 });
        routes.MapPost("/reread", (string? failure) => new RereadResult(data.Documents.Count(document => failure is null || document.Failure?.Code == failure)));
        routes.MapGet("/{id:guid}", (Guid id) => Found(data, id));
        routes.MapDelete("/{id:guid}", (Guid id) => { data.Documents.RemoveAll(document => document.Id == id); server.Tell("document"); return Results.NoContent(); });
        routes.MapPost("/{id:guid}/retry", (Guid id) =>
        {
            var index = data.Documents.FindIndex(document => document.Id == id);
            data.Documents[index] = data.Documents[index] with { Status = "discovered", Failure = null };
            server.Tell("document");
            return data.Documents[index];
        });
        routes.MapGet("/{id:guid}/text", (Guid id) => data.Texts[id]);
        routes.MapGet("/{id:guid}/chunks", (Guid id, int? after) => PageOf(CannedText.Chunks(data.Texts[id]), after ?? -1));
        routes.MapGet("/{id:guid}/original", () => Results.Bytes([1, 2, 3], "application/pdf"));
        routes.MapGet("/{id:guid}/pages/{page:int}.png", (int page) => Results.Bytes(CannedPicture.Page(page), "image/png"));
    }

    /// <summary>Two chunks per page, so that reading all of them needs paging.</summary>
    private static Page<Chunk> PageOf(IReadOnlyList<Chunk> chunks, int after) =>
        new([.. chunks.Skip(after + 1).Take(2)], after + 2 < chunks.Count - 1 ? $"{after + 2}" : null);

    private static UploadResult Upload(CannedServer server, IFormFile file)
    {
        if (file.Length == 0)
        {
            return new([new(file.FileName, null, new("empty", "The file is empty."))]);
        }

        var at = TimeProvider.System.GetUtcNow();
        var document = new Document
        {
            Id = Guid.CreateVersion7(), Key = file.FileName, MediaType = "text/plain", SizeBytes = file.Length, Status = "discovered",
            Failure = null, Revision = null, Pairs = new(0, 0, 0), CreatedAt = at, UpdatedAt = at,
        };
        server.Data.Documents.Insert(0, document);
        server.Tell("document");
        return new([new(file.FileName, document, null)]);
    }

    private static IResult Found(CannedData data, Guid id) =>
        data.Documents.Find(document => document.Id == id) is { } found ? Results.Ok(found) : CannedServer.Problem(404, "not-found", "There is no such document.");
}
