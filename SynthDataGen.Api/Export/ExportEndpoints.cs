using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>All approved pairs as one JSON document, written while they are read: memory stays flat however many there are.</summary>
    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> OneClickAsync(
        CurrentWorkspace workspace, ExportRecords exports, TimeProvider time, string? format, CancellationToken cancellationToken)
    {
        if (format is not (null or "json"))
        {
            return Problems.BadRequest("unknown-format", $"There is no format \"{format}\"; the one-click export is json.");
        }

        var approved = await exports.OpenApprovedAsync(workspace.Id, cancellationToken);
        var now = time.GetUtcNow();
        return TypedResults.Stream(
            async stream =>
            {
                await using (approved)
                {
                    var dataset = new Dataset(now, workspace.Value.Name, approved.Count, approved.Rows.Select(row => row.ToWire()));
                    await JsonSerializer.SerializeAsync(stream, dataset, Json, cancellationToken);
                }
            },
            "application/json",
            $"{workspace.Value.Name}-{now:yyyy-MM-dd}.json");
    }

    /// <summary>As <see cref="Client.Export.ExportedDataset"/>, with pairs that are still to come.</summary>
    private sealed record Dataset(DateTimeOffset ExportedAt, string Workspace, long Count, IAsyncEnumerable<Pair> Pairs);
}
