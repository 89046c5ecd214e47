using Microsoft.Extensions.DependencyInjection.Extensions;
using SynthDataGen.Api.Documents;
using SynthDataGen.Api.Export;
using SynthDataGen.Api.Generation;
using SynthDataGen.Api.Review;
using SynthDataGen.Api.Workspaces;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Changes;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.ServiceDefaults;

namespace SynthDataGen.Api.Start;

/// <summary>All of Core that the Api needs.</summary>
internal static class SynthDataGenServices
{
    public static void AddSynthDataGen(this WebApplicationBuilder builder)
    {
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddData();
        builder.Services.AddWork(builder.Configuration.GetConnectionString(SynthDataGenDb.ConnectionName) ?? "", threads: null);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddDocuments(builder.Configuration).AddChunks(builder.Configuration);
        builder.Services.AddGeneration(builder.Configuration);
        builder.Services.AddSingleton<PagePictures>().AddSingleton<EvidencePlaces>().AddSingleton<ReadingRules>().AddSingleton<SignInLinks>();
        builder.Services.AddSingleton<GeneratorTrial>().AddSingleton<RecipeTrial>().AddSingleton<PairRegeneration>().AddSingleton<JudgeTrial>().AddSingleton<RunOrders>().AddSingleton<JudgeOrders>();
        builder.Services.AddOptions<ExportOptions>().BindConfiguration(ExportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SettingsReading>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ChangeFeed>());
    }
}
