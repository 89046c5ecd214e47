using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Contamination;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>What an export of a snapshot's pairs would contain.</summary>
/// <param name="Candidates">The pairs that fit the filter.</param>
/// <param name="Plan">What happens to each of them.</param>
/// <param name="Benchmarks">The benchmarks that no pair may repeat.</param>
/// <param name="Tally">The counts of the plan.</param>
/// <param name="Refusal">Why it cannot be built; null: it can.</param>
public sealed record PlannedExport(CandidateList Candidates, ExportPlan Plan, IReadOnlyList<Benchmark> Benchmarks, ExportTally Tally, ExportRefusal? Refusal);

/// <summary>Plans exports of the pairs in the database.</summary>
public sealed class ExportPlanner(ExportSnapshotFactory snapshots, BenchmarkRecords benchmarks)
{
    /// <summary>Opens a snapshot of the pairs that the settings select.</summary>
    /// <exception cref="ExportException">There is no such format.</exception>
    public Task<ExportSnapshot> OpenAsync(Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(settings);
        return snapshots.OpenAsync(new(workspace.Id, settings.Query, FormatOf(settings).TakesRejected, OnlyEdited: NeedsEdits(settings)), cancellationToken);
    }

    /// <summary>The format of the settings.</summary>
    /// <exception cref="ExportException">There is no such format.</exception>
    public static IDatasetFormat FormatOf(ExportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return DatasetFormats.Find(settings.Format) ?? throw new ExportException($"There is no format \"{settings.Format}\".");
    }

    /// <summary>Plans an export of a snapshot's pairs.</summary>
    /// <param name="snapshot">The pairs.</param>
    /// <param name="workspace">Their workspace.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="most">Look only at this many of the first pairs; null: at all.</param>
    public async Task<PlannedExport> PlanAsync(
        ExportSnapshot snapshot, Workspace workspace, ExportSettings settings, CancellationToken cancellationToken, int? most = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(settings);
        var known = await benchmarks.FindAsync(workspace.Id, settings.Benchmarks, cancellationToken);
        var candidates = await snapshot.ListCandidatesAsync(await LoadBenchmarksAsync(workspace, known, cancellationToken), cancellationToken, most);
        var plan = ExportPlan.Of(candidates.Pairs, settings);
        var tally = ExportTally.Of(candidates.Pairs, plan, settings.Split, [.. known.Select(b => b.Name)]);
        return new(candidates, plan, known, tally, plan.Count == 0 && NeedsEdits(settings) ? NoEdits(settings) : ExportRefusal.Of(candidates.Pairs, plan, settings.Split));
    }

    private static bool NeedsEdits(ExportSettings settings) => FormatOf(settings).Needs.HasFlag(FormatNeeds.OriginalAnswer);

    private static ExportRefusal NoEdits(ExportSettings settings) =>
        new("empty-selection", $"The format {settings.Format} needs pairs whose answers people changed, and no such pair fits. Edit some answers, widen the filter, or use another format.");

    private async Task<Func<string, string, int?>?> LoadBenchmarksAsync(Workspace workspace, IReadOnlyList<Benchmark> known, CancellationToken cancellationToken)
    {
        if (known.Count == 0)
        {
            return null;
        }

        var texts = new List<BenchmarkTexts>(known.Count);
        foreach (var benchmark in known)
        {
            texts.Add(await benchmarks.LoadAsync(workspace, benchmark, cancellationToken));
        }

        return (question, answer) => texts.FindIndex(text => text.AreRepeatedBy(question, answer)) is >= 0 and var index ? index : null;
    }
}
