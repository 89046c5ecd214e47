using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Quartz;

namespace SynthDataGen.Core.Data.Work;

/// <summary>
/// Puts work on the clustered scheduler in the same transaction as the rows it is for: both are there, or neither is.
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

    /// <summary>Puts a piece of work back that could not be done now.</summary>
    public async Task ReturnAsync(string kind, string piece, TimeSpan delay, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.ScheduleJob(TriggerFor(kind, piece, time.GetUtcNow() + delay), cancellationToken: cancellationToken);
    }

    /// <summary>Adds pieces of work of one kind within the context's transaction.</summary>
    internal async Task AddAsync(SynthDataGenDb db, string kind, IEnumerable<string> pieces, CancellationToken cancellationToken)
    {
        DbTransaction transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Work is added in the transaction of the rows it is for.");
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        using var enlisted = scheduler.EnlistTransaction(transaction);
        foreach (var piece in pieces)
        {
            await scheduler.ScheduleJob(TriggerFor(kind, piece, time.GetUtcNow()), cancellationToken: cancellationToken);
        }
    }

    private static ITrigger TriggerFor(string kind, string piece, DateTimeOffset at) => TriggerBuilder.Create()
        .WithIdentity(Guid.CreateVersion7(at).ToString("n"), kind)
        .ForJob(kind)
        .UsingJobData(WorkKinds.Piece, piece)
        .StartAt(at)
        .Build();
}
