using SynthDataGen.Client;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Export;

/// <summary>The one-click download: the Api's stream of approved pairs, passed on as it comes.</summary>
internal static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/download/export.json", DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, ApiAccess api, TimeProvider time, CancellationToken cancellationToken)
    {
        var workspace = api.For(context.User)!.Streams;
        try
        {
            var name = $"{workspace.Name}-approved-{time.GetUtcNow():yyyyMMdd-HHmm}.json";
            return Results.Stream(await workspace.Export.OpenJsonAsync(cancellationToken), "application/json", name);
        }
        catch (SynthDataGenException e)
        {
            return Results.Problem(e.Message, statusCode: e.Status == 0 ? StatusCodes.Status502BadGateway : e.Status);
        }
    }
}
