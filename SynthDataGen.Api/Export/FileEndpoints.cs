using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Downloads exports: single files, or everything as an archive.</summary>
internal static class FileEndpoints
{
    /// <summary>The file that browsers show as a page. Its text comes from documents and models, so scripts and requests are blocked.</summary>
    private const string Report = "report.html";

    /// <summary>The time of all entries of an archive, so that it has the same bytes each time: the earliest that the format allows.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void MapFiles(this RouteGroupBuilder exports)
    {
        exports.MapGet("/{id:guid}/download", DownloadAsync);
        exports.MapGet("/{id:guid}/file", FileAsync);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        CurrentWorkspace workspace, ExportRecords exports, ExportStore store, HttpContext context, Guid id, CancellationToken cancellationToken)
    {
        var (export, fault) = await FindAsync(workspace, exports, id, cancellationToken);
        if (export is null)
        {
            return fault!;
        }

        // The archive writes the headers of its entries, a few bytes each, synchronously.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        var name = $"{workspace.Value.Name}-export-{export.Number}-{export.Settings.Format}.zip";
        return TypedResults.Stream(stream => PackAsync(stream, workspace.Value.Bucket, export, store, cancellationToken), "application/zip", name);
    }

    /// <summary>Copies file by file from the store to the caller without keeping any in memory.</summary>
    private static async Task PackAsync(Stream stream, string bucket, Core.Export.DatasetExport export, ExportStore store, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        foreach (var file in export.Files)
        {
            await using var content = await store.OpenAsync(bucket, export, file.Name, cancellationToken)
                ?? throw new InvalidOperationException($"The store no longer has {file.Name} of export {export.Id}.");
            var entry = archive.CreateEntry(file.Name, CompressionLevel.Fastest);
            entry.LastWriteTime = EntryTime;
            await using var packed = await entry.OpenAsync(cancellationToken);
            await content.CopyToAsync(packed, cancellationToken);
        }
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> FileAsync(
        CurrentWorkspace workspace, ExportRecords exports, ExportStore store, HttpResponse response, Guid id, string? name, CancellationToken cancellationToken)
    {
        var (export, fault) = await FindAsync(workspace, exports, id, cancellationToken);
        if (export is null)
        {
            return fault!;
        }

        if (export.Files.FirstOrDefault(file => file.Name == name) is not { } known
            || await store.OpenAsync(workspace.Value.Bucket, export, known.Name, cancellationToken) is not { } content)
        {
            return Problems.NotFound("file-not-found", $"Export {export.Number} has no file \"{name}\".");
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Stream(content, MediaTypeOf(known.Name), known.Name == Report ? null : known.Name.Split('/')[^1]);
    }

    private static async Task<(Core.Export.DatasetExport? Export, ProblemHttpResult? Fault)> FindAsync(
        CurrentWorkspace workspace, ExportRecords exports, Guid id, CancellationToken cancellationToken) =>
        await exports.FindAsync(workspace.Id, id, cancellationToken) switch
        {
            null => (null, ExportEndpoints.NotFound(id)),
            { State: ExportState.Ready } export => (export, null),
            var export => (null, Problems.Conflict("not-ready", $"Export {export.Number} has no files; it is {export.State.ToWire()}.")),
        };

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".csv" => "text/csv; charset=utf-8",
        ".html" => "text/html; charset=utf-8",
        ".md" => "text/markdown; charset=utf-8",
        _ => "application/octet-stream",
    };
}
