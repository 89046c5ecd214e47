using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Formats;

namespace SynthDataGen.Api.Export;

/// <summary>Downloads all matching pairs as one JSON document, without building an export.</summary>
internal static class OneClickExport
{
    private const string Json = "json";

    /// <summary>Writes the pairs, the approved ones unless the filter names a status, while it reads them, so that memory stays flat.</summary>
    public static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, ExportSnapshotFactory snapshots, TimeProvider time, [AsParameters] PairFilter filter, string? format,
        CancellationToken cancellationToken)
    {
        if (format is not (null or Json))
        {
            return Problems.BadRequest("unknown-format", $"There is no format \"{format}\" here; the one-click export is json.");
        }

        var all = filter.Status == "all";
        if (PairFilters.Read(all ? filter with { Status = null } : filter, caller.Name(), out var query, out _) is { } fault)
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var snapshot = await snapshots.OpenAsync(new(workspace.Id, query, TakesAll: all), cancellationToken);
        return TypedResults.Stream(
            stream => WriteAsync(stream, workspace.Value.Name, snapshot, now, cancellationToken), "application/json", $"{workspace.Value.Name}-{now:yyyy-MM-dd}.json");
    }

    private static async Task WriteAsync(Stream stream, string workspace, ExportSnapshot snapshot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var _ = snapshot;
        var count = await snapshot.CountAsync(cancellationToken);
        var format = DatasetFormats.Find(Json)!;
        await using var writer = format.Open(stream, new(Json, new()), new(workspace, Part.Train, count, now));
        await foreach (var batch in snapshot.ReadAsync(FormatNeeds.None, cancellationToken))
        {
            foreach (var pair in batch)
            {
                await writer.WriteAsync(pair, cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
