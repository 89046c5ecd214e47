using SynthDataGen.Core.Data.Generation.Live;
using SynthDataGen.Core.Generation.Telemetry;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker.Generation.Live;

/// <summary>Says once a second what this worker does for runs, and keeps the levels that metrics report up to date.</summary>
internal sealed partial class LiveFigures(
    CallCounts counts, ActivityRecords activity, LevelRecords levels, TimeProvider time, ILogger<LiveFigures> logger) : BackgroundService
{
    private const int BeatsPerLevel = 10;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Guid worker = Guid.CreateVersion7();
    private volatile WorkLevels seen = new(new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, bool>(StringComparer.Ordinal));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Instruments.Observe(() => seen);
        using var timer = new PeriodicTimer(Beat, time);
        for (var beat = 0; await timer.WaitForNextTickAsync(stoppingToken); beat++)
        {
            await TryAsync(SayAsync, stoppingToken);
            if (beat % BeatsPerLevel == 0)
            {
                await TryAsync(async token => seen = await levels.ReadAsync(token), stoppingToken);
            }
        }
    }

    private async Task SayAsync(CancellationToken cancellationToken)
    {
        var news = counts.News();
        if (news.Count == 0)
        {
            return;
        }

        var saved = false;
        try
        {
            await activity.SaveAsync(worker, [.. news.Select(run => run.News)], cancellationToken);
            saved = true;
        }
        finally
        {
            foreach (var (count, said) in news)
            {
                count.Settle(said, saved);
            }
        }
    }

    /// <summary>Figures are worth no worker: what cannot be told now waits for the next beat.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        try
        {
            await action(cancellationToken);
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            // Those who need the database say so.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotTold(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What this worker does could not be told")]
    private partial void NotTold(Exception exception);
}
