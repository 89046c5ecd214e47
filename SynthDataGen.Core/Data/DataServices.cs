using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Export;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Generation.Limits;
using SynthDataGen.Core.Data.Generation.Live;
using SynthDataGen.Core.Data.Generation.Planning;
using SynthDataGen.Core.Data.Generation.Saving;
using SynthDataGen.Core.Data.Generation.Totals;
using SynthDataGen.Core.Data.Review;
using SynthDataGen.Core.Data.Review.Second;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Export;

namespace SynthDataGen.Core.Data;

/// <summary>Registers the doors to the database and the scheduler that shares it.</summary>
public static class DataServices
{
    /// <summary>How often a process says that it lives; one that was not heard of for twice as long is taken for dead and its jobs are done by others.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    /// <summary>How often an idle worker looks for work that other processes scheduled; the least that the scheduler takes.</summary>
    private static readonly TimeSpan LookForWork = TimeSpan.FromSeconds(1);

    /// <summary>Places for what is neither documents nor contexts, so that it never waits for those.</summary>
    private const int Others = 2;

    /// <summary>Exports that a worker builds at once, in places of their own.</summary>
    private const int Exports = 2;

    /// <summary>Pieces of work that a worker takes at once, so that others find some, too.</summary>
    private const int Grip = 8;

    /// <summary>How often a process looks whether a database that went away is back.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Adds the doors; the context itself is the host's to add.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseSetup>().AddSingleton<WorkQueue>().AddSingleton<ChangeFeed>();
        services.AddSingleton<WorkspaceRecords>().AddSingleton<WorkspaceRemoval>().AddSingleton<AccessRecords>();
        services.AddSingleton<StandingRecords>().AddSingleton<MemberRecords>().AddSingleton<LinkRecords>().AddSingleton<KeyRecords>();
        services.AddSingleton<DocumentRecords>().AddSingleton<SyncRecords>().AddSingleton<RereadRecords>().AddSingleton<RenameRecords>().AddSingleton<StoreSync>().AddSingleton<ExtractionRecords>();
        services.AddSingleton<RecipeRecords>().AddSingleton<GeneratorRecords>().AddSingleton<RunRecords>();
        services.AddSingleton<FailedContextRecords>().AddSingleton<RunReportRecords>().AddSingleton<JudgeRecords>();
        services.AddSingleton<ActivityRecords>().AddSingleton<LevelRecords>();
        services.AddSingleton<PlanRecords>().AddSingleton<RelatedChunks>().AddSingleton<RevisionContexts>().AddSingleton<RunPlanner>().AddSingleton<GenerationRecords>().AddSingleton<RegenerationRecords>().AddSingleton<DuplicateRecords>();
        services.AddSingleton<RunEnding>().AddSingleton<TopUpRecords>().AddSingleton<TopUpPlanner>();
        services.AddSingleton<AnswerSaving>().AddSingleton<ContextSaving>();
        services.AddSingleton<LimitRecords>().AddSingleton<RunPauses>().AddSingleton<RunBudgets>();
        services.AddSingleton<PairRecords>().AddSingleton<LeaseRecords>().AddSingleton<PairPlacing>().AddSingleton<EditRecords>().AddSingleton<DecisionRecords>();
        services.AddSingleton<AgreementRecords>().AddSingleton<BulkPieces>().AddSingleton<BulkRecords>();
        services.AddSingleton<ExportRecords>().AddSingleton<BuildRecords>().AddSingleton<ExportSnapshotFactory>().AddSingleton<ExportPlanner>().AddSingleton<ExportTrials>().AddSingleton<PresetRecords>().AddSingleton<BenchmarkRecords>().AddSingleton<ExportStore>();
        services.AddSingleton<DashboardRecords>().AddSingleton<HeatRecords>();
        return services;
    }

    /// <summary>Adds this process to the cluster of schedulers that share the database.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="threads">Jobs that this process runs at once; null: it only schedules and runs none.</param>
    /// <param name="batches">Batches of contexts that it has in hand at once beside them: those wait for their generators most of the time.</param>
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
                    options.RecoverFiringsCancelledByShutdown = true; // A stopped worker's jobs go to the others at once.
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
