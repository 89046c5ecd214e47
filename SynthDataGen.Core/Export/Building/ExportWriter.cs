using SynthDataGen.Core.Export.Formats;
using SynthDataGen.Core.Export.Formats.Packagings;
using SynthDataGen.Core.Export.Formats.Rows;
using SynthDataGen.Core.Export.Planning;
using SynthDataGen.Core.Export.Report;

namespace SynthDataGen.Core.Export.Building;

/// <summary>What to write, and how.</summary>
/// <param name="Workspace">The workspace's short name.</param>
/// <param name="Format">The format named in the settings.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Plan">What happens to each pair.</param>
/// <param name="Distractors">The source of distractors, for a format that needs them.</param>
public sealed record ExportOrder(string Workspace, IDatasetFormat Format, ExportSettings Settings, ExportPlan Plan, DistractorPool? Distractors = null);

/// <summary>What was written.</summary>
/// <param name="Files">Data, sidecar and index, in this order.</param>
/// <param name="Parts">The number of pairs in each part.</param>
/// <param name="NotExpressible">The number of pairs that the format cannot hold.</param>
/// <param name="Figures">Figures about the written pairs.</param>
public sealed record WrittenExport(IReadOnlyList<ExportFile> Files, IReadOnlyList<long> Parts, long NotExpressible, DatasetFigures Figures);

/// <summary>Writes the pairs of an export in the order of the plan, each to the file of its part. It keeps no pairs in memory.</summary>
public sealed class ExportWriter : IAsyncDisposable
{
    private readonly ExportOrder order;
    private readonly Dictionary<Part, (HashedFile File, IDatasetWriter Writer)> parts = [];
    private readonly Dictionary<Guid, Part> documents = [];
    private readonly long[] written = new long[Enum.GetValues<Part>().Length];
    private readonly DatasetFigures figures;
    private readonly IndexWriter indexFile;
    private readonly (HashedFile File, ProvenanceFile Writer)? sidecar;
    private int next;
    private long notExpressible;

    public ExportWriter(ExportOrder order, BuildFolder folder)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(folder);
        this.order = order;
        figures = new(Split.PartsOf(order.Settings.Split).Sum(order.Plan.CountOf));
        foreach (var part in Split.PartsOf(order.Settings.Split))
        {
            var file = folder.Begin(DatasetFileNames.Data(order.Format, order.Settings, part));
            parts[part] = (file, order.Format.Open(file, order.Settings, new(order.Workspace, part, order.Plan.CountOf(part))));
        }

        indexFile = new(folder.Begin(ExportIndex.FileName));
        if (!order.Format.CarriesProvenance)
        {
            var file = folder.Begin(DatasetFileNames.Provenance);
            sidecar = (file, new(file));
        }
    }

    /// <summary>Pairs written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Writes the next pair that fits the filter, unless the plan leaves it out.</summary>
    /// <exception cref="ExportException">Its document is already in another part.</exception>
    public async ValueTask WriteAsync(ExportedPair pair, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (order.Plan[next++].Part is not { } part)
        {
            return;
        }

        if (!documents.TryAdd(pair.DocumentId, part) && documents[pair.DocumentId] != part)
        {
            throw new ExportException($"Pairs of the document {pair.DocumentKey} would be in two parts. Nothing was exported; please report this.");
        }

        var whole = order.Distractors?.AddTo(pair, part, order.Settings.Distractors) ?? pair;
        if (await parts[part].Writer.WriteAsync(whole, cancellationToken) is not { } sha256)
        {
            notExpressible++;
            return;
        }

        await indexFile.WriteAsync(pair, part, sha256, cancellationToken);
        if (sidecar is { } provenance)
        {
            await provenance.Writer.WriteAsync(sha256, pair, part, cancellationToken);
        }

        figures.Add(pair, part);
        written[(int)part]++;
        Written++;
    }

    /// <summary>Completes all files.</summary>
    /// <exception cref="ExportException">A part is empty.</exception>
    public async Task<WrittenExport> CompleteAsync(CancellationToken cancellationToken)
    {
        if (next != order.Plan.Count)
        {
            throw new InvalidOperationException($"{order.Plan.Count} pairs were planned, and {next} came.");
        }

        var files = new List<ExportFile>();
        foreach (var (part, (file, writer)) in parts)
        {
            if (written[(int)part] == 0)
            {
                throw new ExportException($"The format {order.Format.Name} can hold none of the pairs{(order.Settings.Split is null ? "" : $" in the {DatasetWords.Of(part)} part")}. Use another format, or other pairs.");
            }

            await writer.CompleteAsync(cancellationToken);
            files.Add(await file.CompleteAsync(writer.Rows, cancellationToken));
        }

        if (sidecar is { } provenance)
        {
            await provenance.Writer.CompleteAsync(cancellationToken);
            files.Add(await provenance.File.CompleteAsync(Written, cancellationToken));
        }

        files.Add(await indexFile.CompleteAsync(cancellationToken));
        return new(files, written, notExpressible, figures);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (file, writer) in parts.Values)
        {
            await writer.DisposeAsync();
            await file.DisposeAsync();
        }

        await indexFile.DisposeAsync();
        if (sidecar is { } provenance)
        {
            await provenance.Writer.DisposeAsync();
            await provenance.File.DisposeAsync();
        }
    }
}
