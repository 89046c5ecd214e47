using Aspire.Hosting.Local;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class ConnectionStringResource(string name, string value) : LocalResource(name), IResourceWithConnectionString
{
    internal override string ConnectionString => value;

    internal override Task StartAsync(LocalContext context, CancellationToken stop) => Task.CompletedTask;
}
