using Aspire.Hosting.Local;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that runs on this machine.</summary>
public abstract class LocalResource(string name) : IResource
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc />
    public string Name => name;

    internal List<LocalResource> Dependencies { get; } = [];

    internal Task Ready => ready.Task;

    internal virtual string ConnectionString => "";

    /// <summary>Ports that must be free, with who needs them.</summary>
    internal virtual IEnumerable<int> Ports => [];

    internal async Task RunAsync(LocalContext context, CancellationToken stop)
    {
        foreach (var dependency in Dependencies)
        {
            await dependency.Ready.WaitAsync(stop);
        }

        await StartAsync(context, stop);
        ready.TrySetResult();
    }

    /// <summary>Returns when the resource can be used; what it started goes on under the context.</summary>
    internal abstract Task StartAsync(LocalContext context, CancellationToken stop);
}

/// <summary>A server that Aspire would run in a container.</summary>
public abstract class ContainerResource(string name) : LocalResource(name);
