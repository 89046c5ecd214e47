using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Limits;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Keeps one gate in step with those of the other workers: reports twice a second, and at once when there is news, while somebody uses it.</summary>
internal sealed partial class LimitExchange
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LeastPeriod = TimeSpan.FromMilliseconds(25);

    private readonly Func<LimitReport, Task<LimitGrant?>> report;
    private readonly TimeProvider time;
    private readonly ILogger<LimitExchange> logger;
    private readonly Lock start = new();
    private TaskCompletionSource news = NewNews();
    private bool isRunning;

    /// <summary>An exchange that reports through a function, which gives null where the generator was taken away.</summary>
    public LimitExchange(Func<LimitReport, Task<LimitGrant?>> report, int manyFailures, TimeProvider time, ILogger<LimitExchange> logger)
    {
        (this.report, this.time, this.logger) = (report, time, logger);
        Gate = new(time, manyFailures) { OnNews = Hear };
    }

    public GeneratorGate Gate { get; }

    /// <summary>Ends when nobody uses the gate any more.</summary>
    public Task Ending { get; private set; } = Task.CompletedTask;

    /// <summary>Exchanges that failed in a row.</summary>
    public int Faults { get; private set; }

    public Task StopAsync() => Ending;

    private void Hear()
    {
        lock (start)
        {
            news.TrySetResult();
            if (!isRunning)
            {
                isRunning = true;
                Ending = Task.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        var lastHeard = time.GetTimestamp();
        do
        {
            var next = Listen();
            var wait = Period;
            if (await TryExchangeAsync() is { } grant)
            {
                lastHeard = time.GetTimestamp();
                wait = grant.ClosedFor < Period ? grant.ClosedFor.Value : Period;
            }
            else if (time.GetElapsedTime(lastHeard) > SharedLimits.LeaseTime - (2 * Period))
            {
                Gate.Close();
            }

            await Task.Delay(LeastPeriod, time);
            await Task.WhenAny(next, Task.Delay(wait, time));
        }
        while (!MayEnd());
    }

    /// <summary>What is told from now on.</summary>
    private Task Listen()
    {
        lock (start)
        {
            news = NewNews();
            return news.Task;
        }
    }

    /// <summary>Ends if the slots were given back and nobody came since.</summary>
    private bool MayEnd()
    {
        lock (start)
        {
            isRunning = !Gate.IsAtRest;
            return !isRunning;
        }
    }

    /// <summary>Reports and does as told; null where the database is away.</summary>
    private async Task<LimitGrant?> TryExchangeAsync()
    {
        try
        {
            var grant = await report(Gate.Report());
            if (grant is null)
            {
                Gate.Break(new GeneratorException(GeneratorException.BadRequest, "The generator was taken away."));
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
    }

    private static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "The limits of a generator cannot be shared at the moment: the database is away")]
    private partial void CannotShare(Exception exception);
}
