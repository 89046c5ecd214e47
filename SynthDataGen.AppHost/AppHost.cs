using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);
var data = Path.GetFullPath(builder.Configuration["Setup:DataFolder"] ?? "../.data", builder.AppHostDirectory);
var webUrl = builder.Configuration["Setup:WebUrl"] ?? "http://localhost:5080";
var apiUrl = builder.Configuration["Setup:ApiUrl"] ?? "http://localhost:5081";

// A server that is configured (ConnectionStrings:synthdatagen, ConnectionStrings:minio) takes the container's place.
// The tag comes before the volume: where the volume is mounted depends on it.
IResourceBuilder<IResourceWithConnectionString> database = builder.Configuration.GetConnectionString("synthdatagen") is null
    ? builder.AddPostgres("postgres").WithImageTag("17").WithDataVolume().AddDatabase("synthdatagen")
    : builder.AddConnectionString("synthdatagen");

// MinIO's images are gone from Docker Hub. RustFS is the successor, with the same connection string: AddRustFs("minio").
IResourceBuilder<IResourceWithConnectionString> store = builder.Configuration.GetConnectionString("minio") is null
    ? builder.AddMinioContainer("minio").WithImageRegistry("quay.io").WithDataVolume()
    : builder.AddConnectionString("minio");

var api = builder.AddProject("api", "../SynthDataGen.Api/SynthDataGen.Api.csproj")
    .WithReference(database)
    .WithReference(store)
    .WithEnvironment("Setup__AdminFile", Path.Combine(data, "admin.json"))
    .WithEnvironment("Setup__WebUrl", webUrl)
    .WithEnvironment("Setup__ApiUrl", apiUrl)
    .WithEnvironment("Secrets__KeyFile", Path.Combine(data, "secrets.key"))
    .WithHttpHealthCheck("/health")
    .WaitFor(database)
    .WaitFor(store);

builder.AddProject("worker", "../SynthDataGen.Worker/SynthDataGen.Worker.csproj")
    .WithReference(database)
    .WithReference(store)
    .WithEnvironment("Secrets__KeyFile", Path.Combine(data, "secrets.key"))
    .WithReplicas(2)
    .WaitFor(api);

builder.AddProject("web", "../SynthDataGen.Web/SynthDataGen.Web.csproj")
    .WithReference(api)
    .WithEnvironment("Web__KeysFolder", Path.Combine(data, "web-keys"))
    .WithHttpHealthCheck("/health")
    .WithExternalHttpEndpoints()
    .WaitFor(api);

builder.Build().Run();
