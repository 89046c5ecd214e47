using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>
/// Watches runs while work is done for them, and stops that work when a run was cancelled or paused: in all of its batches at the same
/// time, so that none of them takes the slots that another gives back.
/// </summary>
internal sealed partial class RunWatch(Func<Run, CancellationToken, Task<bool>> goesOn, TimeProvider time, ILogger<RunWatch> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(Guid Run, int Resumptions), Watched> watched = [];
    private readonly Lock gate = new();

    /// <summary>Does the work; false where the run stopped before its end.</summary>
    public async Task<bool> WhileGoingOnAsync(Run run, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var stopped = Join(run);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopped);
            await work(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Leave(run);
        }
    }

    private CancellationToken Join(Run run)
    {
        lock (gate)
        {
            if (!watched.TryGetValue((run.Id, run.Resumptions), out var seen))
            {
                watched[(run.Id, run.Resumptions)] = seen = new();
                _ = Detached.Run(() => WatchAsync(run, seen));
            }

            seen.Batches++;
            return seen.Stop.Token;
        }
    }

    private void Leave(Run run)
    {
        lock (gate)
        {
            watched[(run.Id, run.Resumptions)].Batches--;
        }
    }

    /// <summary>Looks until no batch is left, and then forgets the run.</summary>
    private async Task WatchAsync(Run run, Watched seen)
    {
        var faults = 0;
        do
        {
            await Task.Delay(Detached.BackOff(Look, faults), time);
            faults = await LookAsync(run, seen) ? 0 : faults + 1;
        }
        while (!Forget(run, seen));
    }

    private bool Forget(Run run, Watched seen)
    {
        lock (gate)
        {
            return seen.Batches == 0 && watched.Remove((run.Id, run.Resumptions));
        }
    }

    /// <summary>Stops the work of a run that no longer goes on; false after an unforeseen fault.</summary>
    private async Task<bool> LookAsync(Run run, Watched seen)
    {
        try
        {
            if (!seen.Stop.IsCancellationRequested && !await goesOn(run, CancellationToken.None))
            {
                await seen.Stop.CancelAsync();
            }

            return true;
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            return true; // Unknown; the next look may tell.
        }
        // A watch that ended here would never again notice that its run was cancelled.
        catch (Exception e)
        {
            Unforeseen(run.Id, e);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Watching run {Run} failed unexpectedly; trying again")]
    private partial void Unforeseen(Guid run, Exception exception);

    /// <summary>A run with batches in hand. Its token source has no timer, so it needs no disposal.</summary>
    private sealed class Watched
    {
        public CancellationTokenSource Stop { get; } = new();
        public int Batches { get; set; }
    }
}
