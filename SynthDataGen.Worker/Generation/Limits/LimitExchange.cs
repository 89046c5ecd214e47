using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Keeps one gate in step with those of the other workers: reports twice a second, and immediately when there is news, while the gate is in use.</summary>
internal sealed partial class LimitExchange
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastPeriod = TimeSpan.FromMilliseconds(25);

    private readonly Func<LimitReport, Task<LimitGrant?>> report;
    private readonly TimeProvider time;
    private readonly ILogger<LimitExchange> logger;
    private readonly Lock start = new();
    private TaskCompletionSource news = NewNews();
    private Task running = Task.CompletedTask;
    private bool isRunning;
    private bool isStopping;

    /// <summary>An exchange that reports through a function, which returns null where the generator was deleted.</summary>
    public LimitExchange(Func<LimitReport, Task<LimitGrant?>> report, int manyFailures, TimeProvider time, ILogger<LimitExchange> logger)
    {
        (this.report, this.time, this.logger) = (report, time, logger);
        Gate = new(time, manyFailures) { OnNews = Hear };
    }

    public GeneratorGate Gate { get; }

    /// <summary>Reports that failed in a row for unforeseen reasons; 0: all is well.</summary>
    public int Faults { get; private set; }

    /// <summary>Waits until the last slots are given back. Where that fails they expire.</summary>
    public Task StopAsync()
    {
        lock (start)
        {
            isStopping = true;
            news.TrySetResult();
            return running;
        }
    }

    private void Hear()
    {
        lock (start)
        {
            news.TrySetResult();
            if (!isRunning)
            {
                isRunning = true;
                running = Detached.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        var lastHeard = time.GetTimestamp();
        LimitGrant? grant;
        do
        {
            var next = Listen();
            grant = await TryExchangeAsync();
            if (grant is not null)
            {
                lastHeard = time.GetTimestamp();
            }
            else if (time.GetElapsedTime(lastHeard) > SharedLimits.LeaseTime - (2 * Period))
            {
                Gate.Close();
            }

            await Task.Delay(LeastPeriod, time);
            await Task.WhenAny(next, Task.Delay(grant?.ClosedFor < Period ? grant.ClosedFor.Value : Detached.BackOff(Period, Faults), time));
        }
        while (!MayEnd(failed: grant is null));
    }

    /// <summary>The next news from now on.</summary>
    private Task Listen()
    {
        lock (start)
        {
            news = NewNews();
            return isStopping ? Task.CompletedTask : news.Task;
        }
    }

    /// <summary>Ends if the slots were given back and no call has come since, or can't be given back before the end of the process.</summary>
    private bool MayEnd(bool failed)
    {
        lock (start)
        {
            isRunning = !Gate.IsAtRest && !(isStopping && failed);
            return !isRunning;
        }
    }

    /// <summary>Reports and does as told; null where that failed.</summary>
    private async Task<LimitGrant?> TryExchangeAsync()
    {
        try
        {
            var grant = await report(Gate.Report());
            Faults = 0;
            if (grant is null)
            {
                Gate.Break(new GeneratorException(GeneratorException.BadRequest, "The generator was deleted."));
                return null;
            }

            Gate.Take(grant);
            return grant;
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            CannotShare(e);
            return null;
        }
        // A loop that ended here would let nobody in again until the process is restarted.
        catch (Exception e)
        {
            Faults++;
            Unforeseen(e);
            return null;
        }
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "A generator's limits can't be shared at the moment: the database is unavailable")]
    private partial void CannotShare(Exception exception);

    [LoggerMessage(LogLevel.Error, "Sharing a generator's limits failed unexpectedly; trying again")]
    private partial void Unforeseen(Exception exception);
}
