using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Export.Snapshots;
using SynthDataGen.Web.Workspaces;

namespace SynthDataGen.Web.Export;

/// <summary>Downloads: streams what the Api sends; nothing is kept here.</summary>
internal static class ExportEndpoint
{
    /// <summary>A report may show its charts and nothing else, because it contains other people's names and texts.</summary>
    private const string ReportPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/download/export.json", OneClickAsync);
        routes.MapGet("/download/exports/{id:guid}", ArchiveAsync);
        routes.MapGet("/download/exports/{id:guid}/file", FileAsync);
    }

    /// <summary>Approved pairs, unless the address says otherwise.</summary>
    private static Task<IResult> OneClickAsync(HttpContext context, ApiAccess api, TimeProvider time, [AsParameters] PairFilter filter, CancellationToken cancellationToken) =>
        PassOnAsync(async () =>
        {
            var workspace = api.For(context.User)!.Streams;
            var name = $"{workspace.Name}-{filter.Status ?? "approved"}-{time.GetUtcNow():yyyyMMdd-HHmm}.json";
            return Results.Stream(await workspace.Export.OpenJsonAsync(filter, cancellationToken), "application/json", name);
        });

    private static Task<IResult> ArchiveAsync(Guid id, HttpContext context, ApiAccess api, CancellationToken cancellationToken) =>
        PassOnAsync(async () =>
        {
            var workspace = api.For(context.User)!.Streams;
            var export = await workspace.Export.GetAsync(id, cancellationToken);
            return Results.Stream(await workspace.Export.OpenAsync(id, cancellationToken), "application/zip", $"{NameOf(workspace, export)}.zip");
        });

    private static Task<IResult> FileAsync(Guid id, string name, HttpContext context, ApiAccess api, CancellationToken cancellationToken) =>
        PassOnAsync(async () =>
        {
            var file = await api.For(context.User)!.Streams.Export.OpenFileAsync(id, name, cancellationToken);
            if (name != ExportFileAddress.Report)
            {
                return Results.Stream(file, "application/octet-stream", name.Split('/')[^1]);
            }

            context.Response.Headers.ContentSecurityPolicy = ReportPolicy;
            return Results.Stream(file, "text/html; charset=utf-8");
        });

    private static string NameOf(WorkspaceClient workspace, DatasetExport export) => $"{workspace.Name}-export-{export.Number}-{export.Format}";

    private static async Task<IResult> PassOnAsync(Func<Task<IResult>> open)
    {
        try
        {
            return await open();
        }
        catch (SynthDataGenException e)
        {
            return Results.Problem(e.Message, statusCode: e.Status == 0 ? StatusCodes.Status502BadGateway : e.Status);
        }
    }
}
