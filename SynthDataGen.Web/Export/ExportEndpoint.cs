using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Export;

/// <summary>The one-click download: the Api's stream of pairs, passed on as it comes; approved ones unless the address says otherwise.</summary>
internal static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder routes) => routes.MapGet("/download/export.json", DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext context, ApiAccess api, TimeProvider time, [AsParameters] PairFilter filter, CancellationToken cancellationToken)
    {
        var workspace = api.For(context.User)!.Streams;
        try
        {
            var name = $"{workspace.Name}-{filter.Status ?? "approved"}-{time.GetUtcNow():yyyyMMdd-HHmm}.json";
            return Results.Stream(await workspace.Export.OpenJsonAsync(filter, cancellationToken), "application/json", name);
        }
        catch (SynthDataGenException e)
        {
            return Results.Problem(e.Message, statusCode: e.Status == 0 ? StatusCodes.Status502BadGateway : e.Status);
        }
    }
}
