using Npgsql;
using Quartz;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Storage;

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
            await surroundings.Queue.ReturnAsync(kind, piece, TimeSpan.Zero, CancellationToken.None);
        }
        catch (Exception e) when (IsAway(e))
        {
            Postponed(surroundings.Logger, kind, piece, e);
            await ReturnAsync(piece, stopping.Token);
        }
    }

    /// <summary>Whether the database or the store is away, so that trying again later helps; what they refuse is refused for good.</summary>
    public static bool IsAway(Exception e) =>
        e is StorageException or NpgsqlException { IsTransient: true } || e.InnerException is NpgsqlException { IsTransient: true };

    protected abstract Task DoAsync(string piece, CancellationToken cancellationToken);

    /// <summary>Until the database takes the piece back; if this process ends before, the cluster recovers the job.</summary>
    private async Task ReturnAsync(string piece, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await surroundings.Queue.ReturnAsync(kind, piece, Pause, cancellationToken);
                return;
            }
            catch (Exception e) when (e is JobPersistenceException or NpgsqlException)
            {
                await Task.Delay(Pause, surroundings.Time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Putting back {Kind} {Piece}: the database or the store is away")]
    private static partial void Postponed(ILogger logger, string kind, string piece, Exception exception);
}
