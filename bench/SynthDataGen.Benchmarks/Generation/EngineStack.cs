using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Generation;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;
using SynthDataGen.Testing;

namespace SynthDataGen.Benchmarks.Generation;

/// <summary>A database that commits durably, a store, and workers over both, reached as by the API.</summary>
internal sealed class EngineStack : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthdatagen-bench-").FullName;
    private PostgresServer server = null!;
    private IHost host = null!;
    private WorkerGroup workers = null!;
    private Workspace workspace = null!;

    public TimeSpan WorkerCpu => workers.Cpu;

    public static async Task<EngineStack> StartAsync(int workers, CancellationToken cancellationToken)
    {
        var stack = new EngineStack { server = await PostgresServer.StartDurableAsync(cancellationToken) };
        Dictionary<string, string> settings = new(StringComparer.Ordinal)
        {
            ["ConnectionStrings__synthdatagen"] = await stack.server.CreateDatabaseAsync(cancellationToken: cancellationToken),
            ["ConnectionStrings__minio"] = $"Folder={Path.Combine(stack.folder, "store")}",
            ["Secrets__KeyFile"] = Path.Combine(stack.folder, "secrets.key"),
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Generation__CallTimeout"] = "00:00:02",
        };
        await stack.SetUpAsync(settings, cancellationToken);
        stack.workers = new(workers, stack.folder, settings);
        return stack;
    }

    /// <summary>Adds a document with some sections, each of which becomes one context, and waits until the workers have read it.</summary>
    public async Task<Guid> BookAsync(int sections, CancellationToken cancellationToken)
    {
        var text = string.Join("\n\n", Enumerable.Range(1, sections).Select(Section));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await Get<IObjectStore>().PutAsync(workspace.Bucket, $"{Guid.CreateVersion7()}.md", content, "text/markdown", cancellationToken);
        var document = await Get<DocumentRecords>().AddAsync(workspace.Id, stored, cancellationToken);
        while ((await Get<DocumentRecords>().FindAsync(workspace.Id, document.Id, cancellationToken))!.Document.Status != DocumentStatus.Ready)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }

        return document.Id;
    }

    /// <summary>Starts a run of the default recipe over the document, with some concurrent calls.</summary>
    public async Task<Run> StartRunAsync(Uri endpoint, int slots, Guid documentId, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var generator = new Generator
        {
            Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, Name = $"{Guid.CreateVersion7(now)}", Endpoint = endpoint.ToString(), Model = "fake", Concurrency = slots,
        };
        await Get<GeneratorRecords>().SaveAsync(generator, cancellationToken);
        var recipe = await Get<RecipeRecords>().FindAsync(workspace.Id, null, cancellationToken);
        var run = new Run
        {
            Id = Guid.CreateVersion7(now), WorkspaceId = workspace.Id, RecipeId = recipe!.Id, GeneratorId = generator.Id, GeneratorName = generator.Name,
            Model = generator.Model, Recipe = recipe.Settings, DocumentIds = [documentId], StartedBy = "bench", StartedAt = now,
        };
        await Get<RunRecords>().StartAsync(run, cancellationToken);
        return run;
    }

    /// <summary>The run's saved contexts.</summary>
    public async Task<int> DoneAsync(Run run, CancellationToken cancellationToken)
    {
        await using var db = await Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(cancellationToken);
        return await db.RunItems.CountAsync(i => i.RunId == run.Id && i.State != RunItemState.Pending, cancellationToken);
    }

    public async Task<RunRow> FindAsync(Run run, CancellationToken cancellationToken) => (await Get<RunRecords>().FindAsync(workspace.Id, run.Id, cancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        workers.Dispose();
        host.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task SetUpAsync(Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.AddSecrets().AddData().AddWork(settings["ConnectionStrings__synthdatagen"], threads: null);
        builder.Services.AddStorage(builder.Configuration).AddDocuments(builder.Configuration).AddChunks(builder.Configuration).AddGeneration(builder.Configuration);
        host = builder.Build();
        await Get<DatabaseSetup>().MigrateAsync(cancellationToken);
        await Get<WorkQueue>().ProvisionAsync(cancellationToken);
        workspace = (await Get<WorkspaceRecords>().CreateAsync(Workspace.DefaultName, "Default", $"documents-{Guid.CreateVersion7():n}", cancellationToken))!;
        await Get<IObjectStore>().EnsureBucketAsync(workspace.Bucket, cancellationToken);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private static string Section(int number) =>
        $"""
        # Station {number}

        Station {number} was opened in the spring of {1800 + (number % 200)} by the coastal railway. The platform of station {number} is {90 + number} metres long.
        Trains for station {number} leave the harbour {2 + number} minutes after every full hour. The keeper of station {number} lives in house number {number} beside the line.
        """;
}
