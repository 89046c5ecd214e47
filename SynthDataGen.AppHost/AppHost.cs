using SynthDataGen.AppHost;

try
{
    var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        Args = args,
        EnableResourceLogging = true,
        DisableDashboard = args.Contains("--no-dashboard"),
        TrustDeveloperCertificate = false,
    });
    using var stack = Stack.Open(builder);

    var database = builder.AddDatabase("synthdatagen", stack);
    var store = builder.AddStore("minio", stack);

    var api = builder.AddProject<Projects.SynthDataGen_Api>("api")
        .WithAddress(stack.ApiUrl)
        .WithPrivateTelemetry()
        .WithReference(database)
        .WithReference(store)
        .WithEnvironment("Setup__AdminFile", stack.AdminFile)
        .WithEnvironment("Setup__WebUrl", stack.WebUrl)
        .WithEnvironment("Setup__ApiUrl", stack.ApiUrl)
        .WithEnvironment("Secrets__KeyFile", stack.KeyFile)
        .WithHttpHealthCheck("/health")
        .WaitFor(database)
        .WaitFor(store);

    builder.AddProject<Projects.SynthDataGen_Worker>("worker")
        .WithPrivateTelemetry()
        .WithReference(database)
        .WithReference(store)
        .WithEnvironment("Secrets__KeyFile", stack.KeyFile)
        .WithReplicas(2)
        .WaitFor(api);

    var web = builder.AddProject<Projects.SynthDataGen_Web>("web")
        .WithAddress(stack.WebUrl)
        .WithPrivateTelemetry()
        .WithReference(api)
        .WithEnvironment("Web__KeysFolder", stack.WebKeysFolder)
        .WithHttpHealthCheck("/health")
        .WithExternalHttpEndpoints()
        .WaitFor(api);

    web.PrintSignIn(stack.AdminFile);
    builder.RestartCrashedResources();
    builder.Build().Run();
    return 0;
}
catch (OperationCanceledException)
{
    return 0; // Stopped while it was starting.
}
catch (SetupException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
