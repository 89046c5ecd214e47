using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Documents;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Storage;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;
using SynthDataGen.Testing;

namespace SynthDataGen.Benchmarks.Store;

/// <summary>A new database on a real PostgreSQL, a store, and real workers, each in its own process.</summary>
internal sealed class StoreStack : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthdatagen-bench-").FullName;
    private readonly List<WorkerProcess> workers = [];
    private string database = "";
    private string store = "";
    private IHost host = null!;

    public IReadOnlyList<WorkerProcess> Workers => workers;

    public Workspace Workspace { get; private set; } = null!;

    public static async Task<StoreStack> StartAsync(string? s3, CancellationToken cancellationToken)
    {
        var stack = new StoreStack();
        stack.database = await (await PostgresServer.Shared).CreateDatabaseAsync(cancellationToken: cancellationToken);
        stack.store = s3 ?? $"Folder={Path.Combine(stack.folder, "store")}";
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = stack.folder, DisableDefaults = true });
        builder.Configuration[$"ConnectionStrings:{SynthDataGenDb.ConnectionName}"] = stack.database;
        builder.Configuration[$"ConnectionStrings:{ObjectStores.ConnectionName}"] = stack.store;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.AddSecrets().AddData().AddWork(stack.database, threads: null).AddStorage(builder.Configuration);
        stack.host = builder.Build();
        await stack.Get<DatabaseSetup>().MigrateAsync(cancellationToken);
        await stack.Get<WorkQueue>().ProvisionAsync(cancellationToken);
        var bucket = $"documents-{Guid.CreateVersion7():n}";
        stack.Workspace = (await stack.Get<WorkspaceRecords>().CreateAsync(Workspace.DefaultName, "Default", bucket, cancellationToken))!;
        await stack.Get<IObjectStore>().EnsureBucketAsync(bucket, cancellationToken);
        return stack;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task StartWorkerAsync(CancellationToken cancellationToken) => workers.Add(await WorkerProcess.StartAsync(
        folder,
        [
            $"ConnectionStrings__{SynthDataGenDb.ConnectionName}={database}", $"ConnectionStrings__{ObjectStores.ConnectionName}={store}",
            $"Secrets__KeyFile={Path.Combine(folder, "secrets.key")}", "ASPNETCORE_URLS=http://127.0.0.1:0", "Logging__LogLevel__Default=Warning",
            "Logging__LogLevel__Microsoft.Hosting.Lifetime=Information",
        ],
        cancellationToken));

    public async Task PutAsync(IEnumerable<(string Key, byte[] Content)> documents, CancellationToken cancellationToken)
    {
        foreach (var (key, content) in documents)
        {
            using var stream = new MemoryStream(content);
            await Get<IObjectStore>().PutAsync(Workspace.Bucket, key, stream, "application/octet-stream", cancellationToken);
        }
    }

    public Task<WorkspaceCounts> CountAsync(CancellationToken cancellationToken) => Get<WorkspaceRecords>().CountAsync(Workspace.Id, cancellationToken);

    /// <summary>The codes of failed documents, with their counts.</summary>
    public async Task<IReadOnlyList<string>> FailuresAsync(CancellationToken cancellationToken)
    {
        var failed = await Get<DocumentRecords>().ListAsync(Workspace.Id, DocumentStatus.Failed, null, null, int.MaxValue, cancellationToken);
        return [.. failed.CountBy(row => row.Document.FailureCode ?? "").OrderBy(code => code.Key, StringComparer.Ordinal).Select(code => $"{code.Value} {code.Key}")];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
