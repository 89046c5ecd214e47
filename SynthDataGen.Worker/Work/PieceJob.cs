using Quartz;
using SynthDataGen.Core.Data.Work;

namespace SynthDataGen.Worker.Work;

/// <summary>What every job needs beside its own parts.</summary>
internal sealed class JobContext(WorkQueue queue, TimeProvider time, ILogger<PieceJob> logger)
{
    public WorkQueue Queue => queue;
    public TimeProvider Time => time;
    public ILogger<PieceJob> Logger => logger;
}

/// <summary>
/// Does one piece of work. A piece that finds the database or the store away goes back into the queue; one that is stopped
/// half-way the scheduler hands to other workers, and one whose process dies they recover. So every piece can be done twice,
/// and none is lost.
/// </summary>
internal abstract partial class PieceJob(string kind, JobContext job) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var piece = context.MergedJobDataMap.GetString(WorkKinds.Piece)!;
        try
        {
            await DoAsync(piece, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw; // The sign to the scheduler that the piece is to be handed on.
        }
        catch (Exception e) when (TransientFaults.IsTransient(e))
        {
            Postponed(job.Logger, kind, piece, e);
            await ReturnAsync(piece, Pause, cancellationToken);
        }
        // The scheduler forgets a piece whose job throws, and what waits for it would wait for ever. The log names the fault.
        catch (Exception e)
        {
            Unforeseen(job.Logger, kind, piece, e);
            await ReturnAsync(piece, LongPause, cancellationToken);
        }
    }

    protected abstract Task DoAsync(string piece, CancellationToken cancellationToken);

    /// <summary>Tries until the database takes the piece back, or a stop hands it on.</summary>
    private async Task ReturnAsync(string piece, TimeSpan delay, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await job.Queue.ReturnAsync(kind, piece, delay, cancellationToken);
                return;
            }
            catch (Exception e) when (e is SchedulerException || TransientFaults.IsTransient(e))
            {
                await Task.Delay(Pause, job.Time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Putting back {Kind} {Piece}: the database or the store is away")]
    private static partial void Postponed(ILogger logger, string kind, string piece, Exception exception);

    [LoggerMessage(LogLevel.Error, "Putting back {Kind} {Piece}: it failed for a reason that nobody foresaw")]
    private static partial void Unforeseen(ILogger logger, string kind, string piece, Exception exception);
}
