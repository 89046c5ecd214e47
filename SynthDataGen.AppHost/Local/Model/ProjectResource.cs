using Aspire.Hosting.Local;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A project of ours, run from its build output as one or more processes.</summary>
public sealed class ProjectResource : LocalResource, IResourceWithServiceDiscovery
{
    private readonly string folder;
    private readonly string assembly;
    private readonly LaunchProfile profile;
    private readonly int port;

    internal ProjectResource(string name, string projectPath, IConfiguration configuration)
        : base(name)
    {
        folder = Path.GetDirectoryName(projectPath)!;
        assembly = Path.Combine(folder, Programs.OutputFolder, Path.GetFileNameWithoutExtension(projectPath) + ".dll");
        profile = LaunchProfile.Read(folder);
        port = configuration.GetValue<int?>($"Local:Ports:{name}") ?? profile.Port;
    }

    internal Dictionary<string, string> Environment { get; } = [];

    internal List<IResourceWithConnectionString> ConnectionStrings { get; } = [];

    internal List<ProjectResource> Services { get; } = [];

    internal int Replicas { get; set; } = 1;

    internal string? HealthPath { get; set; }

    // Replicas cannot share a port; nobody calls them, so any free one will do.
    internal override IEnumerable<int> Ports => Replicas == 1 ? [port] : [];

    private string Address => $"http://localhost:{port}";

    internal override async Task StartAsync(LocalContext context, CancellationToken stop)
    {
        if (!File.Exists(assembly))
        {
            throw new LocalException($"{Name} is not built: there is no {assembly}. Build the AppHost, or start with ./run.");
        }

        for (var replica = 1; replica <= Replicas; replica++)
        {
            var label = Replicas == 1 ? Name : $"{Name}-{replica}";
            context.Supervisor.KeepRunning(Child(label, Replicas == 1 ? Address : "http://127.0.0.1:0", context));
        }

        if (HealthPath is { } path)
        {
            await HealthProbe.WaitAsync(Name, new Uri(Address + path), context.Output, stop);
        }
    }

    private ChildSpec Child(string label, string urls, LocalContext context)
    {
        var child = new ChildSpec(label, Programs.Dotnet, assembly) { WorkingDirectory = folder };
        foreach (var (key, value) in profile.Environment)
        {
            child.Environment[key] = value;
        }

        child.Environment["ASPNETCORE_URLS"] = urls;
        foreach (var source in ConnectionStrings)
        {
            child.Environment[$"ConnectionStrings__{source.Name}"] = ((LocalResource)source).ConnectionString;
        }

        foreach (var service in Services)
        {
            child.Environment[$"services__{service.Name}__http__0"] = service.Address;
        }

        context.Dashboard?.AddTo(child.Environment, Name, label);
        foreach (var (key, value) in Environment)
        {
            child.Environment[key] = value;
        }

        return child;
    }
}
