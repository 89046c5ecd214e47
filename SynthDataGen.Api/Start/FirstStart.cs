using Microsoft.Extensions.Options;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;

namespace SynthDataGen.Api.Start;

/// <summary>Brings database, store and the first workspace into shape before the first request is served. Every step can run twice.</summary>
internal sealed class FirstStart(
    DatabaseSetup database, WorkQueue work, AccessRecords access, IServiceProvider services, IOptions<SetupOptions> options) : IStartupCheck
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.PrepareAsync(SeedAsync, cancellationToken);
        }
        catch (StorageException e) // Also from opening the store, which is why the workspace is asked for here.
        {
            throw new StartupException(e.Message, e);
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await work.ProvisionAsync(cancellationToken);
        await services.GetRequiredService<DefaultWorkspace>().EnsureAsync(cancellationToken);
        var administrator = await access.EnsureAdministratorAsync(cancellationToken);
        await AdminFile.EnsureAsync(options.Value, access, administrator.Id, cancellationToken);
    }
}

/// <summary>Registers the first start with what it needs.</summary>
internal static class FirstStartServices
{
    public static void AddFirstStart(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SetupOptions>().BindConfiguration(SetupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSecrets();
        builder.Services.AddSingleton<DefaultWorkspace>();
        builder.Services.AddSingleton<IStartupCheck, FirstStart>();
    }
}
