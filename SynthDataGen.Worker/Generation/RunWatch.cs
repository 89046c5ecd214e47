using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>Keeps an eye on a run while work is done for it, and hangs up when it was cancelled or paused.</summary>
internal sealed class RunWatch(GenerationRecords records, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Does the work; false where the run stopped before its end.</summary>
    public async Task<bool> WhileGoingOnAsync(Run run, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        var watching = WatchAsync(run, stop, done.Token);
        try
        {
            await working;
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await done.CancelAsync();
            await watching;
        }
    }

    private async Task WatchAsync(Run run, CancellationTokenSource stop, CancellationToken done)
    {
        try
        {
            while (await GoesOnAsync(run, done))
            {
                await Task.Delay(Look, time, done);
            }

            await stop.CancelAsync();
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work was done first.
        }
    }

    private async Task<bool> GoesOnAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await records.GoesOnAsync(run, cancellationToken);
        }
        catch (Exception e) when (Away.IsAway(e))
        {
            return true; // Nobody knows; the next look may tell.
        }
    }
}
