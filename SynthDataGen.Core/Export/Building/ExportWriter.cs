using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Packagings;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Export.Report;

namespace SynthDataGen.Core.Export.Building;

/// <summary>What is to be written, and how.</summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Format">The format of the settings.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Plan">What becomes of each pair.</param>
/// <param name="Distractors">Where distractors come from, for a format that needs them.</param>
public sealed record ExportOrder(string Workspace, IDatasetFormat Format, ExportSettings Settings, ExportPlan Plan, DistractorPool? Distractors = null);

/// <summary>What was written.</summary>
/// <param name="Files">Data, sidecar and index, in this order.</param>
/// <param name="Parts">Pairs of each part.</param>
/// <param name="NotExpressible">Pairs that the format cannot hold.</param>
/// <param name="Figures">What can be counted of them.</param>
public sealed record WrittenExport(IReadOnlyList<ExportFile> Files, IReadOnlyList<long> Parts, long NotExpressible, DatasetFigures Figures);

/// <summary>Writes the pairs of an export, each to the file of its part as the plan says, in lock-step with it; in files, never in memory.</summary>
public sealed class ExportWriter : IAsyncDisposable
{
    private readonly ExportOrder order;
    private readonly Dictionary<Part, (HashedFile File, IDatasetWriter Writer)> parts = [];
    private readonly Dictionary<Guid, Part> documents = [];
    private readonly long[] written = new long[Enum.GetValues<Part>().Length];
    private readonly DatasetFigures figures;
    private readonly IndexWriter index;
    private readonly (HashedFile File, ProvenanceFile Writer)? sidecar;
    private int place;
    private long notExpressible;

    public ExportWriter(ExportOrder order, BuildFolder folder)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(folder);
        this.order = order;
        figures = new(SplitParts.Of(order.Settings.Split).Sum(order.Plan.CountOf));
        foreach (var part in SplitParts.Of(order.Settings.Split))
        {
            var file = folder.Begin(DatasetFileNames.Data(order.Format, order.Settings, part));
            parts[part] = (file, order.Format.Open(file, order.Settings, new(order.Workspace, part, order.Plan.CountOf(part))));
        }

        index = new(folder.Begin(ExportIndex.FileName));
        if (!order.Format.CarriesProvenance)
        {
            var file = folder.Begin(DatasetFileNames.Provenance);
            sidecar = (file, new(file));
        }
    }

    /// <summary>Pairs that were written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Takes the next pair that fits the filter.</summary>
    /// <exception cref="ExportException">Its document stands in another part already.</exception>
    public async ValueTask WriteAsync(ExportedPair pair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (order.Plan[place++].Part is not { } part)
        {
            return;
        }

        if (!documents.TryAdd(pair.DocumentId, part) && documents[pair.DocumentId] != part)
        {
            throw new ExportException($"Pairs of the document {pair.DocumentKey} would stand in two parts. Nothing was exported; please report this.");
        }

        var whole = order.Distractors?.AddTo(pair, part, order.Settings.Distractors) ?? pair;
        if (await parts[part].Writer.WriteAsync(whole, cancellationToken) is not { } sha256)
        {
            notExpressible++;
            return;
        }

        await index.WriteAsync(pair, part, sha256, cancellationToken);
        if (sidecar is { } beside)
        {
            await beside.Writer.WriteAsync(sha256, pair, part, cancellationToken);
        }

        figures.Add(pair, part);
        written[(int)part]++;
        Written++;
    }

    /// <summary>Ends all files.</summary>
    /// <exception cref="ExportException">A part holds nothing.</exception>
    public async Task<WrittenExport> CompleteAsync(CancellationToken cancellationToken)
    {
        if (place != order.Plan.Count)
        {
            throw new InvalidOperationException($"{order.Plan.Count} pairs were planned, and {place} came.");
        }

        var files = new List<ExportFile>();
        foreach (var (part, (file, writer)) in parts)
        {
            if (written[(int)part] == 0)
            {
                throw new ExportException($"The format {order.Format.Name} can hold none of the pairs{(order.Settings.Split is null ? "" : $" of the part {DatasetFileNames.Word(part)}")}. Take another format, or other pairs.");
            }

            await writer.CompleteAsync(cancellationToken);
            files.Add(await file.CompleteAsync(writer.Rows, cancellationToken));
        }

        if (sidecar is { } beside)
        {
            await beside.Writer.CompleteAsync(cancellationToken);
            files.Add(await beside.File.CompleteAsync(Written, cancellationToken));
        }

        files.Add(await index.CompleteAsync(cancellationToken));
        return new(files, written, notExpressible, figures);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (file, writer) in parts.Values)
        {
            await writer.DisposeAsync();
            await file.DisposeAsync();
        }

        await index.DisposeAsync();
        if (sidecar is { } beside)
        {
            await beside.Writer.DisposeAsync();
            await beside.File.DisposeAsync();
        }
    }
}
