using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace SynthDataGen.Core.Data.Work;

/// <summary>
/// Queues work on the clustered scheduler in the same transaction as the rows it is for: both are saved, or neither.
/// Each kind of work is one durable job; each piece of it is one trigger that carries its data.
/// </summary>
public sealed class WorkQueue(ISchedulerFactory schedulers, TimeProvider time)
{
    /// <summary>Stores the durable jobs. Can run twice, in several processes.</summary>
    public async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var (name, typeName) in WorkKinds.All)
        {
            var job = JobBuilder.Create().OfType((JobType)typeName).WithIdentity(name).StoreDurably().RequestRecovery().Build();
            await scheduler.AddJob(job, new AddJobOptions { Replace = true }, cancellationToken);
        }
    }

    /// <summary>Returns a piece of work that could not be done now.</summary>
    public async Task ReturnAsync(string kind, string piece, TimeSpan delay, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        // Scheduled work is returned only once, however often it failed.
        var at = time.GetUtcNow() + delay;
        var name = kind == WorkKinds.SyncWorkspace ? $"again-{piece}" : NewName(at);
        await scheduler.ScheduleJob(TriggerFor(kind, piece, name, at), ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Schedules a piece of work within the context's transaction; null: ends its schedule.</summary>
    internal async Task ScheduleAsync(SynthDataGenDb db, string kind, string piece, CronSchedule? schedule, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        using var enlisted = scheduler.EnlistTransaction(TransactionOf(db));
        if (schedule is null)
        {
            await scheduler.UnscheduleJob(new TriggerKey(piece, kind), cancellationToken);
            return;
        }

        var trigger = TriggerBuilder.Create()
            .WithIdentity(piece, kind)
            .ForJob(kind)
            .UsingJobData(WorkKinds.Piece, piece)
            .WithSchedule(CronScheduleBuilder.Create(schedule.Expression))
            .Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Adds pieces of work of one kind within the context's transaction, to be done immediately or not before a time.</summary>
    internal async Task AddAsync(SynthDataGenDb db, string kind, IEnumerable<string> pieces, CancellationToken cancellationToken, DateTimeOffset? notBefore = null)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        using var enlisted = scheduler.EnlistTransaction(TransactionOf(db));
        foreach (var piece in pieces)
        {
            var at = notBefore ?? time.GetUtcNow();
            await scheduler.ScheduleJob(TriggerFor(kind, piece, NewName(at), at), cancellationToken: cancellationToken);
        }
    }

    private static DbTransaction TransactionOf(SynthDataGenDb db) => db.Database.CurrentTransaction?.GetDbTransaction()
        ?? throw new InvalidOperationException("Work is added in the transaction of the rows it is for.");

    private static string NewName(DateTimeOffset at) => Guid.CreateVersion7(at).ToString("n");

    private static ITrigger TriggerFor(string kind, string piece, string name, DateTimeOffset at) => TriggerBuilder.Create()
        .WithIdentity(name, kind)
        .ForJob(kind)
        .UsingJobData(WorkKinds.Piece, piece)
        .StartAt(at)
        .Build();
}
