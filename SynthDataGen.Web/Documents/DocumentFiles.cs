using SynthDataGen.Client;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Documents;

/// <summary>Page pictures and original files for the signed-in person's browser.</summary>
internal static class DocumentFiles
{
    public static void MapDocumentFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/documents/{id:guid}/pages/{page:int}.png", PageAsync);
        routes.MapGet("/documents/{id:guid}/original", OriginalAsync);
    }

    private static async Task<IResult> PageAsync(Guid id, int page, HttpContext context, ApiAccess api, CancellationToken cancellationToken)
    {
        try
        {
            var picture = await api.For(context.User)!.Workspace.Documents.OpenPageAsync(id, page, cancellationToken);
            context.Response.Headers.CacheControl = "private, max-age=600";
            return Results.Stream(picture, "image/png");
        }
        catch (SynthDataGenException e)
        {
            return Results.StatusCode(e.Status == 0 ? StatusCodes.Status502BadGateway : e.Status);
        }
    }

    private static async Task<IResult> OriginalAsync(Guid id, HttpContext context, ApiAccess api, CancellationToken cancellationToken)
    {
        try
        {
            var documents = api.For(context.User)!.Streams.Documents;
            var document = await documents.GetAsync(id, cancellationToken);
            // Never shown inline: a document may contain scripts, which would then run as ours.
            return Results.Stream(await documents.OpenOriginalAsync(id, cancellationToken), "application/octet-stream", document.Key.Split('/')[^1]);
        }
        catch (SynthDataGenException e)
        {
            return Results.StatusCode(e.Status == 0 ? StatusCodes.Status502BadGateway : e.Status);
        }
    }
}
