using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Core.Data.Export;

namespace SynthDataGen.Api.Export;

/// <summary>Starts, lists, cancels and deletes exports.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this RouteGroupBuilder workspace)
    {
        workspace.MapGet("/export", OneClickExport.DownloadAsync).WithTags("Export");
        var group = workspace.MapGroup("/exports").WithTags("Export");
        group.MapPost("/", StartAsync);
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", GetAsync);
        group.MapPost("/{id:guid}/cancel", CancelAsync);
        group.MapPost("/{id:guid}/retry", RetryAsync);
        group.MapFiles();
        group.MapComparison();
        group.MapTrials();
        group.MapPresets();
        group.MapBenchmarks();
    }

    /// <summary>The endpoint for administrators.</summary>
    public static void MapExportDeletion(this RouteGroupBuilder workspace) => workspace.MapDelete("/exports/{id:guid}", DeleteAsync).WithTags("Export");

    public static ProblemHttpResult NotFound(Guid id) => Problems.NotFound("export-not-found", $"There is no export {id} in this workspace.");

    private static async Task<Results<Accepted<DatasetExport>, ProblemHttpResult>> StartAsync(
        CurrentWorkspace workspace, ExportSettings body, ClaimsPrincipal caller, SettingsReading reading, ExportTrials trials, ExportRecords exports, CancellationToken cancellationToken)
    {
        var (settings, fault) = await reading.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        if (settings is null)
        {
            return fault!;
        }

        if (await trials.RefusalAsync(workspace.Value, settings, cancellationToken) is { } refusal)
        {
            return Problems.BadRequest(refusal.Code, refusal.Message);
        }

        var export = await exports.StartAsync(workspace.Value, settings, caller.Name(), cancellationToken);
        return TypedResults.Accepted($"/api/v1/workspaces/{workspace.Value.Name}/exports/{export.Id}", export.ToWire());
    }

    private static async Task<Page<DatasetExport>> ListAsync(CurrentWorkspace workspace, ExportRecords exports, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        var size = Paging.Clamp(limit);
        var rows = await exports.ListAsync(workspace.Id, after, size + 1, cancellationToken);
        return rows.ToPage(size, export => export.ToWire(), export => export.Id.ToString());
    }

    private static async Task<Results<Ok<DatasetExport>, ProblemHttpResult>> GetAsync(
        CurrentWorkspace workspace, ExportRecords exports, Guid id, CancellationToken cancellationToken) =>
        ToResult(id, await exports.FindAsync(workspace.Id, id, cancellationToken));

    private static async Task<Results<Ok<DatasetExport>, ProblemHttpResult>> CancelAsync(
        CurrentWorkspace workspace, ExportRecords exports, Guid id, CancellationToken cancellationToken) =>
        ToResult(id, await exports.CancelAsync(workspace.Id, id, cancellationToken));

    private static async Task<Results<Ok<DatasetExport>, ProblemHttpResult>> RetryAsync(
        CurrentWorkspace workspace, ExportRecords exports, Guid id, CancellationToken cancellationToken) =>
        ToResult(id, await exports.RetryAsync(workspace.Value, id, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, ExportRecords exports, Guid id, CancellationToken cancellationToken) =>
        await exports.DeleteAsync(workspace.Value, id, cancellationToken) ? TypedResults.NoContent() : NotFound(id);

    private static Results<Ok<DatasetExport>, ProblemHttpResult> ToResult(Guid id, Core.Export.DatasetExport? export) =>
        export is null ? NotFound(id) : TypedResults.Ok(export.ToWire());
}
