using Aspire.Hosting;
using SynthDataGen.AppHost.TestStack;

// One program, two parts: the topology, and, where the topology starts it, the service in it.
if (Environment.GetEnvironmentVariable("Stack__Role") == "service")
{
    Service.Run(args);
    return;
}

var builder = DistributedApplication.CreateBuilder(args);
var database = builder.AddPostgres("postgres").WithImageTag("17").WithDataVolume().AddDatabase("stack");
var store = builder.AddMinioContainer("minio");
var service = builder.AddProject("service", "SynthDataGen.AppHost.TestStack.csproj")
    .WithReference(database)
    .WithReference(store)
    .WithEnvironment("Stack__Role", "service")
    .WithHttpHealthCheck("/health")
    .WaitFor(database)
    .WaitFor(store);
builder.AddProject("worker", "SynthDataGen.AppHost.TestStack.csproj")
    .WithReference(service)
    .WithEnvironment("Stack__Role", "service")
    .WithReplicas(2)
    .WaitFor(service);
builder.Build().Run();
