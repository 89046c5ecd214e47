using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Export;
using SynthDataGen.Core.Export.Building;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Export;

/// <summary>
/// Brings what the store holds of an export into line with what its row says: builds it where it is wanted, and else takes away what was
/// built. Can be broken off at any moment and done again.
/// </summary>
internal sealed partial class ExportBuilding(
    BuildRecords records, WorkspaceRecords workspaces, ExportFiles files, ExportObjects store, ExportWatch watch, ILogger<ExportBuilding> logger)
{
    private const string DiskFull = "The disk is full. Make room where the workers keep their temporary files, or in the store, and try again.";
    private const string Internal = "Something went wrong on our side; the log has the details. Try again.";

    public async Task DoAsync(ExportPiece piece, CancellationToken cancellationToken)
    {
        if (await records.BeginAsync(piece.Id, cancellationToken) is { } export && await workspaces.FindAsync(export.WorkspaceId, cancellationToken) is { } workspace)
        {
            await BuildAsync(export, workspace, cancellationToken);
        }
        else if (await records.StateOfAsync(piece.Id, cancellationToken) is not ExportState.Ready)
        {
            await store.RemoveAsync(piece.Bucket, StoreKeys.PrefixOf(piece.Id), cancellationToken);
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
        catch (Exception e) when (Away.IsAway(e) && !IsDiskFull(e))
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

    /// <summary>The manifest goes into the store last: where it is, all is.</summary>
    private async Task<bool> BuildAsync(DatasetExport export, Workspace workspace, ExportProgress progress, CancellationToken cancellationToken)
    {
        using var folder = new BuildFolder(export);
        var built = await files.WriteAsync(export, workspace, folder, progress, cancellationToken);
        foreach (var file in built.Files)
        {
            await store.PutAsync(workspace.Bucket, export, folder, file, cancellationToken);
        }

        return await records.FinishAsync(export, built.Tally, built.Files, cancellationToken);
    }

    /// <summary>Whether the machine says that there is no room: on the way, by a store that is a folder, or by ourselves.</summary>
    private static bool IsDiskFull(Exception e)
    {
        const int LinuxNoSpace = 28;
        const int WindowsDiskFull = unchecked((int)0x80070070);
        return e is IOException { HResult: LinuxNoSpace or WindowsDiskFull } || (e.InnerException is { } inner && IsDiskFull(inner));
    }

    [LoggerMessage(LogLevel.Error, "Export {Export} could not be built for a reason that nobody foresaw")]
    private partial void Unforeseen(Guid export, Exception exception);
}
