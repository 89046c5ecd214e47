using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;
using SynthDataGen.Worker.Documents;
using SynthDataGen.Worker.Export;
using SynthDataGen.Worker.Generation;
using SynthDataGen.Worker.Generation.Limits;
using SynthDataGen.Worker.Generation.Live;
using SynthDataGen.Worker.Work;

namespace SynthDataGen.Worker;

/// <summary>All of Core that the jobs need, and this process's place in the cluster.</summary>
internal static class WorkerServices
{
    public static void AddWorker(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(WorkerOptions.Section).Get<WorkerOptions>() ?? new();
        builder.Services.AddOptions<WorkerOptions>().BindConfiguration(WorkerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.AddSecrets().AddData();
        builder.Services.AddWork(builder.Configuration.GetConnectionString(SynthDataGenDb.ConnectionName) ?? "", options.Jobs, options.Batches);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddDocuments(builder.Configuration).AddChunks(builder.Configuration);
        builder.Services.AddGeneration(builder.Configuration);
        builder.Services.AddSingleton<JobContext>().AddSingleton<ReadingSlots>().AddSingleton<DocumentReading>();
        builder.Services.AddSingleton<GeneratorGates>().AddSingleton<RunGenerators>().AddSingleton(NewRunWatch).AddSingleton<SourceTexts>().AddSingleton<ContextAsking>();
        builder.Services.AddSingleton<CallCounts>().AddSingleton<PairJudging>().AddHostedService<LiveFigures>();
        builder.Services.AddSingleton<ExportWatch>().AddSingleton<ExportBuilder>();
        builder.Services.AddSingleton<IStartupCheck, StoreCheck>();
    }

    private static RunWatch NewRunWatch(IServiceProvider services) => new(
        services.GetRequiredService<GenerationRecords>().MayContinueAsync, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<RunWatch>>());
}
