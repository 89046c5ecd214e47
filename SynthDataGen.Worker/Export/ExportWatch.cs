using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Export;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Export;

/// <summary>The progress of an export.</summary>
internal sealed class ExportProgress
{
    private long written;

    /// <summary>Pairs written so far.</summary>
    public long Written
    {
        get => Interlocked.Read(ref written);
        set => Interlocked.Exchange(ref written, value);
    }
}

/// <summary>Records the progress of an export every second, and stops the build if the export is cancelled or deleted.</summary>
internal sealed class ExportWatch(BuildRecords records, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Does the work, and stops it early if the export is cancelled, deleted or restarted.</summary>
    public async Task WhileWantedAsync(DatasetExport export, Func<ExportProgress, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var progress = new ExportProgress();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var watching = WatchAsync(export, progress, stop, ended.Token);
        try
        {
            await work(progress, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // The caller cleans up.
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
        }
    }

    private async Task WatchAsync(DatasetExport export, ExportProgress progress, CancellationTokenSource stop, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (!await IsWantedAsync(export, progress))
                {
                    await stop.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The work has ended.
        }
    }

    private async Task<bool> IsWantedAsync(DatasetExport export, ExportProgress progress)
    {
        try
        {
            return await records.ProgressAsync(export, progress.Written, CancellationToken.None);
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            return true; // Unknown for now; the next beat may tell.
        }
    }
}
