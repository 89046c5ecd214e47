using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SynthDataGen.Core.Data.Work;

/// <summary>Registers the scheduler, which shares the database.</summary>
public static class WorkServices
{
    /// <summary>How often a process reports that it is alive. After twice as long without a report others take over its jobs.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    /// <summary>How often an idle worker looks for work that other processes scheduled; the scheduler allows no less.</summary>
    private static readonly TimeSpan LookForWork = TimeSpan.FromSeconds(1);

    /// <summary>Threads for jobs that read no documents and ask about no contexts, so that they never wait for those.</summary>
    private const int Others = 2;

    /// <summary>Exports that a worker builds at the same time, on threads reserved for them.</summary>
    private const int Exports = 2;

    /// <summary>Jobs that a worker takes in one go, so that others find some too.</summary>
    private const int Grip = 8;

    /// <summary>How often a process tries a database that went away.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Adds this process to the cluster of schedulers that share the database.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="threads">Jobs that this process runs at the same time; null: it only schedules jobs.</param>
    /// <param name="batches">Batches of contexts that it handles besides those jobs: they mostly wait for their generators.</param>
    public static IServiceCollection AddWork(this IServiceCollection services, string connectionString, int? threads, int batches = 1)
    {
        services.AddQuartz(quartz =>
        {
            var places = (threads ?? 1) + batches + Exports + Others;
            quartz.UseDefaultThreadPool(places);
            quartz.UseExecutionLimits(limits => limits.UseTriggerGroupWhenUnset()
                .ForGroup(WorkKinds.GeneratePairs, batches)
                .ForGroup(WorkKinds.ExtractDocuments, threads ?? 1)
                .ForGroup(WorkKinds.BuildExport, Exports));
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.MaxBatchSize = Math.Min(Grip, places);
                scheduler.IdleWaitTime = LookForWork;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(connectionString);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = CheckIn;
                    cluster.CheckinMisfireThreshold = CheckIn;
                });
                store.ConfigureStore(options =>
                {
                    options.AcceptEnlistedTransactions = true;
                    options.RecoverFiringsCancelledByShutdown = true; // Others take over a stopped worker's jobs immediately.
                    options.DbRetryInterval = LookAgain;
                });
                store.ProvisionSchema();
            });
        });
        return services.AddQuartzHostedService(options =>
        {
            options.AutoStart = threads is not null;
            options.WaitForJobsToComplete = true;
        });
    }
}
