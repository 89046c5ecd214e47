using Aspire.Hosting.Local;

namespace Aspire.Hosting;

/// <summary>Stands in for Aspire's application on machines without its packages: runs the topology as child processes.</summary>
public sealed class DistributedApplication
{
    private readonly LocalApplication local;

    internal DistributedApplication(LocalApplication local) => this.local = local;

    /// <summary>Starts a topology; the arguments are configuration, as in --Setup:DataFolder=/some/where.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Runs until it is told to stop.</summary>
    public void Run() => Environment.ExitCode = local.RunAsync().GetAwaiter().GetResult();
}
