using Quartz;
using SynthDataGen.Core.Data.Work;

namespace SynthDataGen.Worker;

/// <summary>What every job needs beside its own parts.</summary>
internal sealed class JobSurroundings(WorkQueue queue, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<PieceJob> logger)
{
    public WorkQueue Queue => queue;
    public CancellationToken Stopping => lifetime.ApplicationStopping;
    public TimeProvider Time => time;
    public ILogger<PieceJob> Logger => logger;
}

/// <summary>
/// Does one piece of work. A piece that is stopped half-way, or that finds the database or the store away, goes back into
/// the queue; one whose process dies is recovered by the cluster. So every piece can be done twice, and none is lost.
/// </summary>
internal abstract partial class PieceJob(string kind, JobSurroundings surroundings) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var piece = context.MergedJobDataMap.GetString(WorkKinds.Piece)!;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, surroundings.Stopping);
        try
        {
            await DoAsync(piece, stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await ReturnAsync(piece, TimeSpan.Zero);
        }
        catch (Exception e) when (Away.IsAway(e))
        {
            Postponed(surroundings.Logger, kind, piece, e);
            await ReturnAsync(piece, Pause);
        }
        // The scheduler forgets a piece whose job throws, and what waits for it would wait for ever. The log names the fault.
        catch (Exception e)
        {
            Unforeseen(surroundings.Logger, kind, piece, e);
            await ReturnAsync(piece, LongPause);
        }
    }

    protected abstract Task DoAsync(string piece, CancellationToken cancellationToken);

    /// <summary>Until the database takes the piece back; a stop does not end this: if the process ends before, the cluster recovers the job.</summary>
    private async Task ReturnAsync(string piece, TimeSpan delay)
    {
        while (true)
        {
            try
            {
                await surroundings.Queue.ReturnAsync(kind, piece, delay, CancellationToken.None);
                return;
            }
            catch (Exception e) when (e is JobPersistenceException || Away.IsAway(e))
            {
                await Task.Delay(Pause, surroundings.Time, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Putting back {Kind} {Piece}: the database or the store is away")]
    private static partial void Postponed(ILogger logger, string kind, string piece, Exception exception);

    [LoggerMessage(LogLevel.Error, "Putting back {Kind} {Piece}: it failed for a reason that nobody foresaw")]
    private static partial void Unforeseen(ILogger logger, string kind, string piece, Exception exception);
}
