using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Worker.Export;

/// <summary>The files of an export, the manifest last, and the tally of its pairs.</summary>
internal sealed record BuiltExport(IReadOnlyList<ExportFile> Files, ExportTally Tally);

/// <summary>Builds the files of an export in a folder: reads one snapshot, plans and writes. The files do not depend on when or where they are built.</summary>
internal sealed class ExportBuilder(BuildRecords records, ExportPlanner planner, AgreementRecords agreement)
{
    public async Task<BuiltExport> BuildAsync(DatasetExport export, Workspace workspace, BuildFolder folder, ExportProgress progress, CancellationToken cancellationToken)
    {
        await using var snapshot = await planner.OpenAsync(workspace, export.Settings, cancellationToken);
        var (order, planned, benchmarks) = await PlanAsync(export, workspace, snapshot, cancellationToken);
        var sources = await snapshot.CountSourcesAsync(cancellationToken);
        var written = await WriteDataAsync(order, snapshot, folder, progress, cancellationToken);
        var tally = planned.Written(written.Parts, written.NotExpressible, export.Settings.Split);
        var companions = new CompanionFiles(order, written, tally, benchmarks, sources);
        var files = written.Files.ToList();
        foreach (var (name, text) in companions.Make(await agreement.ReadAsync(workspace.Id, cancellationToken)))
        {
            files.Add(await folder.WriteAsync(name, text, cancellationToken));
        }

        files.Add(await folder.WriteAsync(ExportManifest.FileName, companions.Manifest(files), cancellationToken));
        return new(files, tally);
    }

    /// <summary>Plans the export. Only the plan stays in memory: the candidates are several times as large.</summary>
    private async Task<(ExportOrder Order, ExportTally Tally, IReadOnlyList<Benchmark> Benchmarks)> PlanAsync(
        DatasetExport export, Workspace workspace, ExportSnapshot snapshot, CancellationToken cancellationToken)
    {
        var settings = export.Settings;
        var format = ExportPlanner.FormatOf(settings);
        var planned = await planner.PlanAsync(snapshot, workspace, settings, cancellationToken);
        if (planned.Refusal is { } refusal)
        {
            throw new ExportException(refusal.Message);
        }

        await records.PlanAsync(export, planned.Tally, cancellationToken);
        var pool = format.NeedsWith(settings).HasFlag(FormatNeeds.Distractors) ? await snapshot.DrawDistractorsAsync(planned.Plan, settings.Seed, cancellationToken) : null;
        return (new(workspace.Name, format, settings, planned.Plan, pool), planned.Tally, planned.Benchmarks);
    }

    private static async Task<WrittenExport> WriteDataAsync(
        ExportOrder order, ExportSnapshot snapshot, BuildFolder folder, ExportProgress progress, CancellationToken cancellationToken)
    {
        await using var writer = new ExportWriter(order, folder);
        await foreach (var batch in snapshot.ReadAsync(order.Format.NeedsWith(order.Settings), cancellationToken))
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
