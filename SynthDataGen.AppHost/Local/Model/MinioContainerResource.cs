using Aspire.Hosting.Local;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>MinIO where its binary is installed, else a folder under the data folder.</summary>
public sealed class MinioContainerResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    private const string User = "minioadmin";

    private string connectionString = "";

    internal override string ConnectionString => connectionString;

    internal override async Task StartAsync(LocalContext context, CancellationToken stop)
    {
        if (Programs.OnPath("minio") is not { } binary)
        {
            connectionString = $"Folder={context.Data.Folder("store")}";
            return;
        }

        var password = context.Data.Secret("minio.password");
        var address = $"http://127.0.0.1:{context.Data.Port("minio.port")}";
        context.Supervisor.KeepRunning(new ChildSpec(Name, binary, "server", context.Data.Folder("minio"), "--address", address["http://".Length..])
        {
            Tier = Tier.Server,
            Environment = { ["MINIO_ROOT_USER"] = User, ["MINIO_ROOT_PASSWORD"] = password },
        });
        await HealthProbe.WaitAsync(Name, new Uri($"{address}/minio/health/live"), context.Output, stop);
        connectionString = $"Endpoint={address};AccessKey={User};SecretKey={password}";
    }
}
