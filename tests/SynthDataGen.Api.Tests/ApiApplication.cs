using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SynthDataGen.Client;
using SynthDataGen.Testing;

namespace SynthDataGen.Api.Tests;

/// <summary>The real Api over a real PostgreSQL database and a folder store, both of one test class.</summary>
public sealed class ApiApplication : WebApplicationFactory<Program>, IAsyncLifetime
{
    private string? connectionString;

    public string Folder { get; } = Directory.CreateTempSubdirectory("synthdatagen-api-").FullName;

    public string AdminFile => Path.Combine(Folder, "admin.json");

    public Credentials Credentials { get; private set; } = null!;

    /// <summary>A client with the administrator's API key.</summary>
    public SynthDataGenClient Client => new(CreateClient(), Credentials.ApiKey);

    public WorkspaceClient Workspace => Client.Workspace("default");

    public Seed Seed => new(this);

    public People People => new(this);

    public async ValueTask InitializeAsync()
    {
        connectionString = await (await PostgresServer.Shared).CreateDatabaseAsync();
        using var first = CreateClient();
        Credentials = Credentials.Read(AdminFile);
    }

    /// <summary>Another Api process over the same database and folder.</summary>
    public ApiApplication Twin() => new(connectionString!, Folder);

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:synthdatagen", connectionString);
        builder.UseSetting("ConnectionStrings:minio", $"Folder={Path.Combine(Folder, "store")}");
        builder.UseSetting("Setup:AdminFile", AdminFile);
        builder.UseSetting("Secrets:KeyFile", Path.Combine(Folder, "secrets.key"));
        builder.UseSetting("Generators:local:Endpoint", "http://127.0.0.1:9/v1");
        builder.UseSetting("Generators:local:Model", "configured-model");
        builder.UseSetting("Generators:local:ApiKey", "sk-configured");
    }

    public ApiApplication() { }

    private ApiApplication(string connectionString, string folder) => (this.connectionString, Folder) = (connectionString, folder);
}
