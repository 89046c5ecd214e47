using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Generation;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation;

/// <summary>
/// Keeps an eye on runs while work is done for them, and hangs up when one was cancelled or paused: on all of its batches at once, so
/// that none of them takes the slots that another gives back.
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
                _ = WatchAsync(run, seen);
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
        do
        {
            await Task.Delay(Look, time);
            if (!seen.Stop.IsCancellationRequested && !await GoesOnAsync(run))
            {
                await seen.Stop.CancelAsync();
            }
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

    private async Task<bool> GoesOnAsync(Run run)
    {
        try
        {
            return await goesOn(run, CancellationToken.None);
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            return true; // Nobody knows; the next look may tell.
        }
    }

    /// <summary>A run with batches in hand. Its token source has no timer, so nobody needs to dispose of it.</summary>
    private sealed class Watched
    {
        public CancellationTokenSource Stop { get; } = new();
        public int Batches { get; set; }
    }
}
