using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Data.Export;

/// <summary>The first rows of an export.</summary>
/// <param name="Rows">Each as it would be in the file.</param>
/// <param name="File">The file of the first of them.</param>
/// <param name="Head">The start of the file: the line above the rows, for a format that has one.</param>
public sealed record FirstRows(IReadOnlyList<byte[]> Rows, string File, byte[] Head);

/// <summary>Tries out export settings without saving anything.</summary>
public sealed class ExportTrials(ExportPlanner planner)
{
    private const int Rows = 5;

    /// <summary>The number of pairs to look at for rows: apart from balance and clusters, a plan for the first pairs agrees with a plan for all.</summary>
    private const int LookedAt = 500;

    /// <summary>The most pairs that are planned in no time.</summary>
    private const int Few = 20_000;

    /// <summary>Plans an export of all matching pairs.</summary>
    public async Task<PlannedExport> CheckAsync(Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        await using var snapshot = await planner.OpenAsync(workspace, settings, cancellationToken);
        return await planner.PlanAsync(snapshot, workspace, settings, cancellationToken);
    }

    /// <summary>Why an export would be refused, if that can be found quickly; for many pairs, its worker finds out.</summary>
    public async Task<ExportRefusal?> RefusalAsync(Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        await using var snapshot = await planner.OpenAsync(workspace, settings, cancellationToken);
        return await snapshot.CountAsync(cancellationToken) <= Few ? (await planner.PlanAsync(snapshot, workspace, settings, cancellationToken)).Refusal : null;
    }

    /// <summary>The seed that comes closest to the shares of the split.</summary>
    public async Task<int> NearestSeedAsync(Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        var planned = await CheckAsync(workspace, settings, cancellationToken);
        return SeedSearch.Nearest(planned.Candidates.Pairs, settings);
    }

    /// <summary>The first rows of an export, from the first matching pairs.</summary>
    public async Task<FirstRows> PreviewAsync(Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        var format = ExportPlanner.FormatOf(settings);
        await using var snapshot = await planner.OpenAsync(workspace, settings, cancellationToken);
        var plan = (await planner.PlanAsync(snapshot, workspace, settings, cancellationToken, LookedAt)).Plan;
        var needs = format.NeedsWith(settings);
        var pool = needs.HasFlag(FormatNeeds.Distractors) ? await snapshot.DrawDistractorsAsync(plan, settings.Seed, cancellationToken, LookedAt) : null;
        var (index, first, rows) = (0, (Part?)null, new List<byte[]>(Rows));
        await foreach (var batch in snapshot.ReadAsync(needs, cancellationToken, LookedAt))
        {
            foreach (var pair in batch)
            {
                if (plan[index++].Part is { } part && rows.Count < Rows && await RowAsync(pool?.AddTo(pair, part, settings.Distractors) ?? pair, part) is { } row)
                {
                    rows.Add(row);
                    first ??= part;
                }
            }
        }

        return new(rows, DatasetFileNames.Data(format, settings, first ?? Part.Train), await HeadAsync(format, workspace, settings, cancellationToken));

        async Task<byte[]?> RowAsync(ExportedPair pair, Part part)
        {
            await using var writer = format.Open(Stream.Null, settings, new(workspace.Name, part, 1));
            return await writer.WriteAsync(pair, cancellationToken) is null ? null : writer.LastRow.ToArray();
        }
    }

    private static async Task<byte[]> HeadAsync(IDatasetFormat format, Workspace workspace, ExportSettings settings, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await using var writer = format.Open(stream, settings, new(workspace.Name, Part.Train, 0));
        await writer.CompleteAsync(cancellationToken);
        return stream.ToArray();
    }
}
