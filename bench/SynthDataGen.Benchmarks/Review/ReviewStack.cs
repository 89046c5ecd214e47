using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SynthDataGen.Client;
using SynthDataGen.Core.Data;
using SynthDataGen.Core.Data.Work;
using SynthDataGen.Core.Data.Workspaces;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Workspaces;
using SynthDataGen.ServiceDefaults;
using SynthDataGen.Testing;
using Workspace = SynthDataGen.Core.Workspaces.Workspace;

namespace SynthDataGen.Benchmarks.Review;

/// <summary>A PostgreSQL that commits durably, a workspace with many pairs, and the real API and worker, each in its own process.</summary>
internal sealed class ReviewStack : IAsyncDisposable
{
    private const int Documents = 20;
    private const int Runs = 10;
    private const int AtOnce = 20_000;

    private readonly string folder = Directory.CreateTempSubdirectory("synthdatagen-bench-").FullName;
    private readonly HttpClient http = new();
    private PostgresServer server = null!;
    private IHost host = null!;
    private string database = "";
    private Workspace workspace = null!;

    public WorkerProcess Worker { get; private set; } = null!;

    public WorkerProcess Api { get; private set; } = null!;

    /// <summary>The database's connection string.</summary>
    public string Database => database;

    public IReadOnlyList<(Guid Run, Guid Document, Guid Revision, Guid Item)> Sources { get; private set; } = [];

    /// <summary>A client of the workspace for each reviewer.</summary>
    public IReadOnlyList<WorkspaceClient> Reviewers { get; private set; } = [];

    /// <summary>Pairs saved per second in the last batch.</summary>
    public double SavedPerSecond { get; private set; }

    /// <summary>Starts it.</summary>
    /// <param name="pairs">The number of pairs.</param>
    /// <param name="reviewers">The number of reviewers.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isForExports">Whether all pairs are approved and the reviewers are editors.</param>
    public static async Task<ReviewStack> StartAsync(int pairs, int reviewers, CancellationToken cancellationToken, bool isForExports = false)
    {
        var stack = new ReviewStack { server = await PostgresServer.StartDurableAsync(cancellationToken) };
        stack.database = await stack.server.CreateDatabaseAsync(cancellationToken: cancellationToken) + ";Command Timeout=600";
        await stack.SetUpAsync(cancellationToken);
        await stack.SaveAsync(pairs, isForExports, cancellationToken);
        await stack.StartProcessesAsync(reviewers, isForExports ? MemberRole.Editor : MemberRole.Reviewer, cancellationToken);
        return stack;
    }

    public async Task<IReadOnlyList<string>> AskAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Api.DisposeAsync();
        await Worker.DisposeAsync();
        host.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, DisableDefaults = true });
        builder.Configuration[$"ConnectionStrings:{SynthDataGenDb.ConnectionName}"] = database;
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDatabase<SynthDataGenDb>(SynthDataGenDb.ConnectionName);
        builder.Services.AddSecrets().AddData().AddWork(database, threads: null).AddGeneration(builder.Configuration);
        host = builder.Build();
        await Get<DatabaseSetup>().MigrateAsync(cancellationToken);
        await Get<WorkQueue>().ProvisionAsync(cancellationToken);
        workspace = (await Get<WorkspaceRecords>().CreateAsync(Workspace.DefaultName, "Default", "documents", cancellationToken))!;
        await using var db = await Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(cancellationToken);
        Sources = AddSources(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    private List<(Guid Run, Guid Document, Guid Revision, Guid Item)> AddSources(SynthDataGenDb db)
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(19_000);
        var sources = new List<(Guid, Guid, Guid, Guid)>();
        var documents = Enumerable.Range(0, Documents).Select(i =>
        {
            var document = Document.Discover(workspace.Id, $"manual {i}.pdf", "application/pdf", 1, null, DocumentIntake.Uploaded, now);
            var revision = new Revision { Id = Guid.CreateVersion7(now), DocumentId = document.Id, Sha256 = $"{i}", ReadAs = "" };
            db.AddRange(document, revision, new RevisionText { RevisionId = revision.Id, Text = new string('x', 200) });
            return (document, revision);
        }).ToList();
        for (var i = 0; i < Runs; i++)
        {
            var run = new Run
            {
                Id = Guid.CreateVersion7(now.AddDays(i)), WorkspaceId = workspace.Id, GeneratorName = "model", Model = "model-1", Recipe = new(), StartedBy = "bench", State = RunState.Finished, FinishedAt = now,
            };
            db.Add(run);
            foreach (var (document, revision) in documents)
            {
                var item = new RunItem { Id = Guid.CreateVersion7(now), RunId = run.Id, DocumentId = document.Id, RevisionId = revision.Id, Ordinal = sources.Count, End = 200, State = RunItemState.Succeeded };
                db.Add(item);
                sources.Add((run.Id, document.Id, revision.Id, item.Id));
            }
        }

        return sources;
    }

    private async Task SaveAsync(int pairs, bool areApproved, CancellationToken cancellationToken)
    {
        var many = new ManyPairs(workspace.Id, Sources, areApproved);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        for (var first = 0; first < pairs; first += AtOnce)
        {
            var start = TimeProvider.System.GetTimestamp();
            var count = Math.Min(AtOnce, pairs - first);
            await many.SaveAsync(connection, first, count, pairs, cancellationToken);
            SavedPerSecond = count / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        }

        await using var vacuum = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StartProcessesAsync(int reviewers, MemberRole role, CancellationToken cancellationToken)
    {
        var address = $"http://127.0.0.1:{FreePort.Take()}";
        string[] settings =
        [
            $"ConnectionStrings__{SynthDataGenDb.ConnectionName}={database}", $"ConnectionStrings__minio=Folder={Path.Combine(folder, "store")}",
            $"Secrets__KeyFile={Path.Combine(folder, "secrets.key")}", $"Setup__AdminFile={Path.Combine(folder, "admin.json")}",
            "Logging__LogLevel__Default=Warning", "Logging__LogLevel__Microsoft.Hosting.Lifetime=Information",
        ];
        Api = await WorkerProcess.StartAsync(folder, [.. settings, $"ASPNETCORE_URLS={address}"], cancellationToken, "SynthDataGen.Api");
        Worker = await WorkerProcess.StartAsync(folder, [.. settings, "ASPNETCORE_URLS=http://127.0.0.1:0"], cancellationToken);
        http.BaseAddress = new(address);
        var clients = new List<WorkspaceClient>();
        await using var db = await Get<IDbContextFactory<SynthDataGenDb>>().CreateDbContextAsync(cancellationToken);
        for (var i = 0; i < reviewers; i++)
        {
            var person = Person.Named(ManyPairs.ReviewerName(i), TimeProvider.System.GetUtcNow());
            db.Add(person);
            db.Add(new Membership { WorkspaceId = workspace.Id, PersonId = person.Id, Role = role, CreatedAt = person.CreatedAt });
            await db.SaveChangesAsync(cancellationToken);
            clients.Add(new SynthDataGenClient(http, (await Get<AccessRecords>().IssueAsync(person.Id, AccessTokenKind.ApiKey, cancellationToken)).Secret).Workspace(workspace.Name));
        }

        Reviewers = clients;
    }

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();
}
