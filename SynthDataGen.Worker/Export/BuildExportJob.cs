using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Export;

/// <summary>
/// Builds an export, or cleans up after one that was cancelled, failed or deleted, so that the store agrees with the export's row. Can be
/// interrupted at any moment and repeated.
/// </summary>
internal sealed partial class BuildExportJob(
    BuildRecords records, WorkspaceRecords workspaces, ExportBuilder builder, ExportStore store, ExportWatch watch, JobContext job)
    : PieceJob(WorkKinds.BuildExport, job)
{
    private const string DiskFull = "The disk is full. Free some space for the workers' temporary files, or in the store, and try again.";
    private const string Internal = "Something went wrong on our side; the log has the details. Try again.";

    private readonly TimeProvider time = job.Time;
    private readonly ILogger logger = job.Logger;

    protected override async Task DoAsync(string piece, CancellationToken cancellationToken)
    {
        var (id, bucket) = ExportPiece.Parse(piece);
        if (await records.BeginAsync(id, cancellationToken) is { } export && await workspaces.FindAsync(export.WorkspaceId, cancellationToken) is { } workspace)
        {
            await BuildAsync(export, workspace, cancellationToken);
        }
        else if (await records.StateOfAsync(id, cancellationToken) is not ExportState.Ready)
        {
            await store.RemoveAsync(bucket, StoreKeys.PrefixOf(id), cancellationToken);
        }
    }

    private async Task BuildAsync(DatasetExport export, Workspace workspace, CancellationToken cancellationToken)
    {
        var isReady = false;
        try
        {
            await store.RemoveAsync(workspace.Bucket, StoreKeys.PrefixOf(export.Id), cancellationToken);
            await watch.WhileWantedAsync(export, async (progress, token) => isReady = await BuildAsync(export, workspace, progress, token), cancellationToken);
        }
        catch (ExportException e)
        {
            await records.FailAsync(export, e.Message, cancellationToken);
        }
        catch (IOException e) when (IsDiskFull(e))
        {
            await records.FailAsync(export, DiskFull, cancellationToken);
        }
        catch (Exception e) when (TransientFaults.IsTransient(e) && !IsDiskFull(e))
        {
            await records.PutBackAsync(export, cancellationToken);
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Unforeseen(export.Id, e);
            await records.FailAsync(export, IsDiskFull(e) ? DiskFull : Internal, cancellationToken);
        }

        if (!isReady)
        {
            await store.RemoveAsync(workspace.Bucket, StoreKeys.PrefixOf(export.Id, export.Build), cancellationToken);
        }
    }

    /// <summary>Stores the manifest last: once it is there, everything is.</summary>
    private async Task<bool> BuildAsync(DatasetExport export, Workspace workspace, ExportProgress progress, CancellationToken cancellationToken)
    {
        using var folder = new BuildFolder(export);
        var started = time.GetTimestamp();
        var built = await builder.BuildAsync(export, workspace, folder, progress, cancellationToken);
        var written = time.GetTimestamp();
        foreach (var file in built.Files)
        {
            await store.PutAsync(workspace.Bucket, export, folder, file, cancellationToken);
        }

        Built(export.Id, built.Tally.Counts.Total, time.GetElapsedTime(started, written).TotalSeconds, time.GetElapsedTime(written).TotalSeconds);
        return await records.FinishAsync(export, built.Tally, built.Files, cancellationToken);
    }

    /// <summary>Whether the disk is full: in the temporary folder, or in a store that is a folder.</summary>
    private static bool IsDiskFull(Exception e)
    {
        const int LinuxNoSpace = 28;
        const int WindowsDiskFull = unchecked((int)0x80070070);
        return e is IOException { HResult: LinuxNoSpace or WindowsDiskFull } || (e.InnerException is { } inner && IsDiskFull(inner));
    }

    [LoggerMessage(LogLevel.Information, "Export {Export}: wrote {Pairs} pairs in {Writing:F1} s and stored them in {Storing:F1} s")]
    private partial void Built(Guid export, long pairs, double writing, double storing);

    [LoggerMessage(LogLevel.Error, "Export {Export} failed unexpectedly")]
    private partial void Unforeseen(Guid export, Exception exception);
}
