using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Api.Export;

/// <summary>Lists, saves and deletes export presets.</summary>
internal static class PresetEndpoints
{
    public static void MapPresets(this RouteGroupBuilder exports)
    {
        var group = exports.MapGroup("/presets");
        group.MapGet("/", ListAsync);
        group.MapPost("/", SaveAsync);
        group.MapDelete("/{id:guid}", DeleteAsync);
    }

    private static async Task<Page<ExportPreset>> ListAsync(CurrentWorkspace workspace, PresetRecords presets, CancellationToken cancellationToken) =>
        (await presets.ListAsync(workspace.Id, cancellationToken)).ToPage(preset => preset.ToWire());

    private static async Task<Results<Ok<ExportPreset>, ProblemHttpResult>> SaveAsync(
        CurrentWorkspace workspace, NewExportPreset body, ClaimsPrincipal caller, SettingsReading reading, PresetRecords presets, CancellationToken cancellationToken)
    {
        if (WireText.OrNull(body.Name) is not { Length: <= Core.Export.ExportPreset.MaxNameLength } name || !StorableText.IsStorable(name) || body.Settings is null)
        {
            return Problems.BadRequest("bad-preset", $"A preset needs a name of at most {Core.Export.ExportPreset.MaxNameLength} characters, and settings.");
        }

        var (settings, fault) = await reading.ReadAsync(workspace.Id, body.Settings, caller.Name(), cancellationToken);
        return settings is null ? fault! : TypedResults.Ok((await presets.SaveAsync(workspace.Id, name, settings, cancellationToken)).ToWire());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        CurrentWorkspace workspace, PresetRecords presets, Guid id, CancellationToken cancellationToken) =>
        await presets.DeleteAsync(workspace.Id, id, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.NotFound("preset-not-found", $"There is no preset {id} in this workspace.");
}
