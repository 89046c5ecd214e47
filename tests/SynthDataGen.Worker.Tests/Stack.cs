using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;
using SynthDataGen.Testing;

[assembly: AssemblyFixture(typeof(SynthDataGen.Worker.Tests.Stack))]

namespace SynthDataGen.Worker.Tests;

/// <summary>
/// A database, a store, and real workers over both; the test reaches them through Core's own doors, as the Api does.
/// One with one worker serves all tests that leave it whole; a test that breaks something makes its own.
/// </summary>
public sealed class Stack : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthdatagen-worker-").FullName;
    private readonly List<WorkerProcess> workers = [];
    private IHost host = null!;
    private string database = "";
    private string store = "";

    public Workspace Workspace { get; private set; } = null!;

    public DocumentDesk Documents => new(this);

    public RunDesk Runs => new(this);

    public ExportDesk Exports => new(this);

    /// <summary>A stack without a worker yet.</summary>
    public static async Task<Stack> PrepareAsync(PostgresServer? server = null, string? store = null)
    {
        var stack = new Stack();
        stack.database = await (server ?? await PostgresServer.Shared).CreateDatabaseAsync();
        stack.store = store ?? $"Folder={Path.Combine(stack.folder, "store")}";
        await stack.SetUpAsync();
        return stack;
    }

    public async ValueTask InitializeAsync()
    {
        database = await (await PostgresServer.Shared).CreateDatabaseAsync();
        store = $"Folder={Path.Combine(folder, "store")}";
        await SetUpAsync();
        await StartWorkerAsync();
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Starts one more worker; settings beyond the usual ones are named as in the environment.</summary>
    public async Task<WorkerProcess> StartWorkerAsync(params string[] settings)
    {
        string[] usual =
        [
            $"ConnectionStrings__synthdatagen={database}",
            $"ConnectionStrings__minio={store}",
            $"Secrets__KeyFile={Path.Combine(folder, "secrets.key")}",
            "ASPNETCORE_URLS=http://127.0.0.1:0",
            "Generation__Attempts=2",
            "Generation__Delay=00:00:00.050",
            "Generation__CallTimeout=00:00:05",
        ];
        var worker = await WorkerProcess.StartAsync(folder, [.. usual, .. settings], TestContext.Current.CancellationToken);
        workers.Add(worker);
        return worker;
    }

    /// <summary>Looks into the database.</summary>
    public async Task<T> LookAsync<T>(Func<SynthDataGenDb, Task<T>> look)
    {
        await using var db = await Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"A worker said:\n{worker.Said}");
        }

        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task SetUpAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, DisableDefaults = true });
        builder.Configuration["ConnectionStrings:synthdatagen"] = database;
        builder.Configuration["ConnectionStrings:minio"] = store;
        builder.Configuration["Secrets:KeyFile"] = Path.Combine(folder, "secrets.key");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.AddSecrets().AddData().AddWork(database, threads: null);
        builder.Services.AddStorage(builder.Configuration).AddDocuments(builder.Configuration).AddChunks(builder.Configuration).AddGeneration(builder.Configuration);
        host = builder.Build();

        await Get<DatabaseSetup>().MigrateAsync(cancellationToken);
        await Get<WorkQueue>().ProvisionAsync(cancellationToken);
        var bucket = $"documents-{Guid.CreateVersion7():n}";
        Workspace = (await Get<WorkspaceRecords>().CreateAsync(Workspace.DefaultName, "Default", bucket, cancellationToken))!;
        await Get<IObjectStore>().EnsureBucketAsync(bucket, cancellationToken);
    }
}
