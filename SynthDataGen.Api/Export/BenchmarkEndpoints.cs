using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SynthDataGen.Api.Documents;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Core.Data.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Lists, uploads and deletes benchmarks: texts that no exported pair may repeat.</summary>
internal static class BenchmarkEndpoints
{
    public static void MapBenchmarks(this RouteGroupBuilder exports)
    {
        var group = exports.MapGroup("/benchmarks");
        group.MapGet("/", ListAsync);
        group.MapPost("/", UploadAsync).TakesUploads();
        group.MapDelete("/{id:guid}", DeleteAsync);
    }

    private static async Task<Page<Benchmark>> ListAsync(CurrentWorkspace workspace, BenchmarkRecords benchmarks, CancellationToken cancellationToken) =>
        (await benchmarks.ListAsync(workspace.Id, cancellationToken)).ToPage(benchmark => benchmark.ToWire());

    private static async Task<Results<Ok<Benchmark>, ProblemHttpResult>> UploadAsync(
        CurrentWorkspace workspace, IFormFile file, BenchmarkRecords benchmarks, IOptions<ExportOptions> options, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxBenchmarkBytes;
        if (file.Length > most)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "too-large", $"A benchmark has at most {most >> 20} MB; {file.FileName} has {file.Length >> 20}.");
        }

        if (UploadName.KeyOf(file.FileName, "") is not { Length: <= Core.Export.Benchmark.MaxNameLength } name)
        {
            return Problems.BadRequest("bad-name", "This file name can't be used. Rename the file and upload it again.");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        try
        {
            return await benchmarks.AddAsync(workspace.Value, name, content.ToArray(), cancellationToken) is { } benchmark
                ? TypedResults.Ok(benchmark.ToWire())
                : Problems.BadRequest("bad-benchmark", $"{name} contains no text.");
        }
        catch (FormatException e)
        {
            return Problems.BadRequest("bad-benchmark", $"{name} can't be read. {e.Message}");
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, BenchmarkRecords benchmarks, Guid id, CancellationToken cancellationToken) =>
        await benchmarks.DeleteAsync(workspace.Value, id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("benchmark-not-found", $"There is no benchmark {id} in this workspace.");
}

/// <summary>Limits of uploads for exports. Section <c>Exports</c>.</summary>
internal sealed class ExportOptions
{
    public const string Section = "Exports";

    /// <summary>The largest benchmark, in bytes; it is read in memory. Default: 50 MiB.</summary>
    [Range(1, 1 << 30)]
    public int MaxBenchmarkBytes { get; set; } = 50 << 20;
}
