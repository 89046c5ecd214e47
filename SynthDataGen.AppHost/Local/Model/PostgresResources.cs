using Aspire.Hosting.Local;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>PostgreSQL from the installed binaries, on the loopback alone.</summary>
public sealed class PostgresServerResource(string name) : ContainerResource(name)
{
    internal PostgresServer? Server { get; private set; }

    internal override async Task StartAsync(LocalContext context, CancellationToken stop)
    {
        Server = await PostgresServer.PrepareAsync(Name, context, stop);
        await Server.StartAsync(context, stop);
    }
}

/// <summary>A database on the server.</summary>
public sealed class PostgresDatabaseResource : LocalResource, IResourceWithConnectionString
{
    private readonly PostgresServerResource parent;

    internal PostgresDatabaseResource(string name, PostgresServerResource parent)
        : base(name)
    {
        this.parent = parent;
        Dependencies.Add(parent);
    }

    internal override string ConnectionString => parent.Server!.ConnectionString(Name);

    internal override Task StartAsync(LocalContext context, CancellationToken stop) => parent.Server!.CreateDatabaseAsync(Name, stop);
}
