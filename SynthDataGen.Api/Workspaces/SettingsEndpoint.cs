using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SynthDataGen.Client.Workspaces;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Api.Workspaces;

/// <summary>What can be changed of a workspace: its title, its scope, its schedule, how its documents are read and its pairs reviewed.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this RouteGroupBuilder workspace) => workspace.MapPut("/", UpdateAsync);

    private static async Task<Results<Ok<Workspace>, ProblemHttpResult>> UpdateAsync(
        CurrentWorkspace workspace, WorkspaceSettings body, WorkspaceRecords workspaces, ReadingRules rules, IObjectStore store, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var title = WireText.OrNull(body.Title) ?? workspace.Value.Name;
        var sync = new SyncSettings { Prefix = FolderOf(body.Prefix), Include = Tidy(body.Include), Exclude = Tidy(body.Exclude), Cron = WireText.OrNull(body.SyncCron) };
        var reading = ReadingRules.Tidy(body.Reading);
        var review = ReviewRules.Tidy(body.Review);
        if ((Fault(title, sync) ?? rules.Fault(reading) ?? ReviewRules.Fault(review)) is { } fault)
        {
            return fault;
        }

        CronSchedule? schedule = null;
        if (sync.Cron is not null && !CronSchedule.TryParse(sync.Cron, time.GetUtcNow(), out schedule))
        {
            return Problems.BadRequest("bad-cron", "A schedule is five fields of cron: minute, hour, day, month, weekday. \"0 2 * * *\" is every night at two, in UTC.");
        }

        var changed = await workspaces.UpdateAsync(workspace.Id, title, sync, reading, review, schedule, cancellationToken);
        return TypedResults.Ok(changed.ToWire(store));
    }

    private static ProblemHttpResult? Fault(string title, SyncSettings sync)
    {
        if (title.Length > Core.Workspaces.Workspace.MaxTitleLength)
        {
            return Problems.BadRequest("bad-title", $"A title has at most {Core.Workspaces.Workspace.MaxTitleLength} characters.");
        }

        if (sync.Prefix.StartsWith('/') || sync.Prefix.Any(char.IsControl) || Encoding.UTF8.GetByteCount(sync.Prefix) >= Core.Documents.Document.MaxKeyBytes)
        {
            return Problems.BadRequest("bad-prefix", "A prefix is a folder of the bucket, such as \"manuals/2026/\"; it does not begin with a slash.");
        }

        return IsGood(sync.Include) && IsGood(sync.Exclude)
            ? null
            : Problems.BadRequest("bad-pattern", $"There can be {SyncSettings.MaxPatterns} patterns of {SyncSettings.MaxPatternLength} characters each, such as \"*.pdf\" or \"drafts/\".");
    }

    private static bool IsGood(IReadOnlyList<string> patterns) =>
        patterns.Count <= SyncSettings.MaxPatterns && patterns.All(p => p.Length <= SyncSettings.MaxPatternLength && !p.Any(char.IsControl));

    private static string FolderOf(string? prefix) => WireText.OrNull(prefix) is { } folder ? folder.TrimEnd('/') + "/" : "";

    private static List<string> Tidy(IReadOnlyList<string>? patterns) =>
        [.. (patterns ?? []).Select(WireText.OrNull).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
