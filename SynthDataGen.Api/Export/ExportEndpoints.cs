using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Review;
using SynthDataGen.Core.Data.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Datasets out.</summary>
internal static class ExportEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapExport(this RouteGroupBuilder workspace) => workspace.MapGet("/export", OneClickAsync).WithTags("Export");

    /// <summary>Pairs, the approved ones unless a status is named, as one JSON document, written while they are read: memory stays flat however many there are.</summary>
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> OneClickAsync(
        CurrentWorkspace workspace, ClaimsPrincipal caller, ExportRecords exports, TimeProvider time, [AsParameters] PairFilter filter, string? format,
        CancellationToken cancellationToken)
    {
        if (format is not (null or "json"))
        {
            return Problems.BadRequest("unknown-format", $"There is no format \"{format}\"; the one-click export is json.");
        }

        if (PairFilters.Read(filter with { Status = StatusOf(filter) }, caller.Name(), out var query, out _) is { } fault)
        {
            return fault;
        }

        var pairs = await exports.OpenAsync(workspace.Id, query, cancellationToken);
        var now = time.GetUtcNow();
        return TypedResults.Stream(
            async stream =>
            {
                await using (pairs)
                {
                    var dataset = new Dataset(now, workspace.Value.Name, pairs.Count, pairs.Rows.Select(row => row.ToWire()));
                    await JsonSerializer.SerializeAsync(stream, dataset, Json, cancellationToken);
                }
            },
            "application/json",
            $"{workspace.Value.Name}-{now:yyyy-MM-dd}.json");
    }

    /// <summary>An export holds what was approved unless somebody says otherwise.</summary>
    private static string? StatusOf(PairFilter filter) => filter.Status switch
    {
        null or "" => "approved",
        "all" => null,
        var status => status,
    };

    /// <summary>As <see cref="Client.Export.ExportedDataset"/>, with pairs that are still to come.</summary>
    private sealed record Dataset(DateTimeOffset ExportedAt, string Workspace, long Count, IAsyncEnumerable<Pair> Pairs);
}
