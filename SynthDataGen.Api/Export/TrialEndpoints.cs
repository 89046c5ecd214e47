using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Api.Access;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Client.Export;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Export;

/// <summary>Shows the effect of settings before an export is built. Nothing is saved, so everyone who may download may use it.</summary>
internal static class TrialEndpoints
{
    public static void MapTrials(this RouteGroupBuilder exports)
    {
        exports.MapPost("/preview", PreviewAsync).For(MemberRole.Reviewer);
        exports.MapPost("/check", CheckAsync).For(MemberRole.Reviewer);
        exports.MapPost("/seed", FitSeedAsync).For(MemberRole.Reviewer);
    }

    private static async Task<Results<Ok<ExportPreview>, ProblemHttpResult>> PreviewAsync(
        CurrentWorkspace workspace, ExportSettings body, ClaimsPrincipal caller, SettingsReading reading, ExportTrials trials, CancellationToken cancellationToken)
    {
        var (settings, fault) = await reading.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        if (settings is null)
        {
            return fault!;
        }

        var first = await trials.PreviewAsync(workspace.Value, settings, cancellationToken);
        var isCsv = first.File.EndsWith(".csv", StringComparison.Ordinal);
        return TypedResults.Ok(new ExportPreview(
            [.. first.Rows.Select(row => Encoding.UTF8.GetString(row).TrimEnd())],
            isCsv ? "csv" : "json",
            first.File,
            isCsv ? Encoding.UTF8.GetString(first.Head).TrimEnd() : null));
    }

    private static async Task<Results<Ok<ExportCheck>, ProblemHttpResult>> CheckAsync(
        CurrentWorkspace workspace, ExportSettings body, ClaimsPrincipal caller, SettingsReading reading, ExportTrials trials, CancellationToken cancellationToken)
    {
        var (settings, fault) = await reading.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        if (settings is null)
        {
            return fault!;
        }

        var planned = await trials.CheckAsync(workspace.Value, settings, cancellationToken);
        return TypedResults.Ok(new ExportCheck(
            planned.Tally.Counts.ToWire(),
            [.. planned.Tally.LeftOut.Select(left => left.ToWire())],
            Warnings(planned, settings),
            planned.Refusal?.Message));
    }

    private static async Task<Results<Ok<ExportSettings>, ProblemHttpResult>> FitSeedAsync(
        CurrentWorkspace workspace, ExportSettings body, ClaimsPrincipal caller, SettingsReading reading, ExportTrials trials, CancellationToken cancellationToken)
    {
        var (settings, fault) = await reading.ReadAsync(workspace.Id, body, caller.Name(), cancellationToken);
        return settings is null
            ? fault!
            : TypedResults.Ok(body with { Seed = await trials.NearestSeedAsync(workspace.Value, settings, cancellationToken) });
    }

    /// <summary>Rejected pairs need no warning in a format that uses them.</summary>
    private static List<ExportWarning> Warnings(PlannedExport planned, Core.Export.ExportSettings settings)
    {
        var counts = new Dictionary<Concerns, long>();
        var kinds = Enum.GetValues<Concerns>().Where(kind => kind != Concerns.None && (kind != Concerns.Rejected || !ExportPlanner.FormatOf(settings).TakesRejected)).ToArray();
        for (var i = 0; i < planned.Plan.Count; i++)
        {
            var concerns = planned.Plan[i].IsIn ? planned.Candidates.Concerns[i] : Concerns.None;
            foreach (var kind in concerns == Concerns.None ? [] : kinds.Where(kind => concerns.HasFlag(kind)))
            {
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
            }
        }

        return [.. counts.OrderBy(count => count.Key).Select(count => new ExportWarning(CodeOf(count.Key), count.Value))];
    }

    private static string CodeOf(Concerns concern) => concern switch
    {
        Concerns.Stale => "stale",
        Concerns.PersonalData => "personal-data",
        Concerns.Flagged => "flagged",
        Concerns.MissingEvidence => "missing-evidence",
        Concerns.Pending => "pending",
        Concerns.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(concern), concern, "A concern without a word."),
    };
}
