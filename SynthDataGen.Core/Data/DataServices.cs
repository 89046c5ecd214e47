using Microsoft.Extensions.DependencyInjection;
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

/// <summary>Registers all access to the database, noun by noun. The host registers the context itself.</summary>
public static class DataServices
{
    public static IServiceCollection AddData(this IServiceCollection services) => services
        .AddSingleton<DatabaseSetup>().AddSingleton<WorkQueue>().AddSingleton<ChangeFeed>()
        .AddWorkspaceData().AddDocumentData().AddGenerationData().AddRunData().AddReviewData().AddExportData();

    private static IServiceCollection AddWorkspaceData(this IServiceCollection services) => services
        .AddSingleton<WorkspaceRecords>().AddSingleton<WorkspaceRemoval>()
        .AddSingleton<AccessRecords>().AddSingleton<StandingRecords>().AddSingleton<MemberRecords>().AddSingleton<KeyRecords>();

    private static IServiceCollection AddDocumentData(this IServiceCollection services) => services
        .AddSingleton<DocumentRecords>().AddSingleton<ExtractionRecords>().AddSingleton<RereadRecords>().AddSingleton<RenameRecords>()
        .AddSingleton<SyncRecords>().AddSingleton<StoreSync>();

    private static IServiceCollection AddGenerationData(this IServiceCollection services) => services
        .AddSingleton<RecipeRecords>().AddSingleton<GeneratorRecords>()
        .AddSingleton<GenerationRecords>().AddSingleton<AnswerSaving>().AddSingleton<ContextSaving>()
        .AddSingleton<RegenerationRecords>().AddSingleton<DuplicateRecords>().AddSingleton<JudgeRecords>()
        .AddSingleton<LimitRecords>().AddSingleton<LevelRecords>();

    private static IServiceCollection AddRunData(this IServiceCollection services) => services
        .AddSingleton<RunRecords>().AddSingleton<RunReportRecords>().AddSingleton<FailedContextRecords>().AddSingleton<ActivityRecords>()
        .AddSingleton<PlanRecords>().AddSingleton<RunPlanner>().AddSingleton<RelatedChunks>().AddSingleton<RevisionContexts>()
        .AddSingleton<RunEnding>().AddSingleton<RunPauses>().AddSingleton<RunBudgets>()
        .AddSingleton<TopUpRecords>().AddSingleton<TopUpPlanner>();

    private static IServiceCollection AddReviewData(this IServiceCollection services) => services
        .AddSingleton<PairRecords>().AddSingleton<LeaseRecords>().AddSingleton<PairPlacing>().AddSingleton<EditRecords>().AddSingleton<DecisionRecords>()
        .AddSingleton<BulkRecords>().AddSingleton<BulkPieces>().AddSingleton<AgreementRecords>()
        .AddSingleton<DashboardRecords>().AddSingleton<HeatRecords>();

    private static IServiceCollection AddExportData(this IServiceCollection services) => services
        .AddSingleton<ExportRecords>().AddSingleton<BuildRecords>().AddSingleton<ExportSnapshotFactory>().AddSingleton<ExportPlanner>()
        .AddSingleton<ExportTrials>().AddSingleton<PresetRecords>().AddSingleton<BenchmarkRecords>().AddSingleton<ExportStore>();
}
