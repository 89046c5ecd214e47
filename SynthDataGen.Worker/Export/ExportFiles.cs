using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Worker.Export;

/// <summary>The files of an export, the manifest last, and what became of the pairs.</summary>
internal sealed record BuiltExport(IReadOnlyList<ExportFile> Files, ExportTally Tally);

/// <summary>Makes the files of an export in a folder: reads one snapshot, plans, writes. Nothing in them depends on when or where.</summary>
internal sealed class ExportFiles(BuildRecords records, ExportPlans plans, AgreementRecords agreement)
{
    public async Task<BuiltExport> WriteAsync(DatasetExport export, Workspace workspace, BuildFolder folder, ExportProgress progress, CancellationToken cancellationToken)
    {
        var settings = export.Settings;
        var format = ExportPlans.FormatOf(settings);
        await using var snapshot = await plans.OpenAsync(workspace, settings, cancellationToken);
        var planned = await plans.PlanAsync(snapshot, workspace, settings, cancellationToken);
        if (planned.Refusal is { } refusal)
        {
            throw new ExportException(refusal.Message);
        }

        await records.PlanAsync(export, planned.Tally, cancellationToken);
        var sources = await snapshot.CountSourcesAsync(cancellationToken);
        var needs = format.NeedsWith(settings);
        var pool = needs.HasFlag(FormatNeeds.Distractors) ? await snapshot.ContextsOf().DrawAsync(planned.Plan, settings.Seed, cancellationToken) : null;
        var order = new ExportOrder(workspace.Name, format, settings, planned.Plan, pool);
        var written = await WriteDataAsync(order, snapshot, needs, folder, progress, cancellationToken);
        var tally = planned.Tally.Written(written.Parts, written.NotExpressible, settings.Split);
        var papers = new ExportPapers(order, written, tally, planned.Benchmarks, sources);
        var files = written.Files.ToList();
        foreach (var (name, text) in papers.Beside(await agreement.ReadAsync(workspace.Id, cancellationToken)))
        {
            files.Add(await folder.WriteAsync(name, text, cancellationToken));
        }

        files.Add(await folder.WriteAsync(ExportManifest.FileName, papers.Manifest(files), cancellationToken));
        return new(files, tally);
    }

    private static async Task<WrittenExport> WriteDataAsync(
        ExportOrder order, ExportSnapshot snapshot, FormatNeeds needs, BuildFolder folder, ExportProgress progress, CancellationToken cancellationToken)
    {
        await using var writer = new ExportWriter(order, folder);
        await foreach (var batch in snapshot.ReadAsync(needs, cancellationToken))
        {
            foreach (var pair in batch)
            {
                await writer.WriteAsync(pair, cancellationToken);
            }

            progress.Written = writer.Written;
        }

        return await writer.CompleteAsync(cancellationToken);
    }
}
