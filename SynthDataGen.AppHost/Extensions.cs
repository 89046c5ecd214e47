using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SynthDataGen.AppHost;

/// <summary>What Aspire leaves to us.</summary>
internal static class Extensions
{
    private const int Terminated = 143;
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>The process listens here itself, without a proxy in between.</summary>
    public static IResourceBuilder<ProjectResource> WithAddress(this IResourceBuilder<ProjectResource> project, string url) =>
        project.WithEndpoint("http", endpoint => (endpoint.Port, endpoint.TargetPort, endpoint.IsProxied) = (new Uri(url).Port, new Uri(url).Port, false));

    /// <summary>Keeps texts of documents and secrets in addresses out of the telemetry, which Aspire adds in development, and doesn't wait for a dashboard that has ended.</summary>
    public static IResourceBuilder<ProjectResource> WithPrivateTelemetry(this IResourceBuilder<ProjectResource> project) => project
        .WithEnvironment("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "false")
        .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "false")
        .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "false")
        .WithEnvironment("OTEL_EXPORTER_OTLP_TIMEOUT", "1000");

    /// <summary>Starts crashed processes again, after 1, 2, 4 … 30 seconds. Aspire doesn't.</summary>
    public static void RestartCrashedResources(this IDistributedApplicationBuilder builder)
    {
        var crashes = new ConcurrentDictionary<string, (DateTime At, int Count)>();
        builder.Eventing.Subscribe<ResourceStoppedEvent>(async (stopped, _) =>
        {
            var (id, snapshot) = (stopped.ResourceEvent.ResourceId, stopped.ResourceEvent.Snapshot);
            var stopping = stopped.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            if (snapshot.ExitCode is null or 0 or Terminated || stopping.IsCancellationRequested)
            {
                return;
            }

            var now = stopped.Services.GetService<TimeProvider>()?.GetUtcNow().UtcDateTime ?? TimeProvider.System.GetUtcNow().UtcDateTime;
            var (_, count) = crashes.AddOrUpdate(id, _ => (now, 0), (_, last) => (now, now - last.At > LongestDelay + Settled ? 0 : last.Count + 1));
            var delay = TimeSpan.FromSeconds(Math.Min(LongestDelay.TotalSeconds, Math.Pow(2, count)));
            Console.WriteLine($"{id} ended with code {snapshot.ExitCode}; starts again in {delay.TotalSeconds:0} s");
            try
            {
                await Task.Delay(delay, stopping);
                await stopped.Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The stack is ending.
            }
        });
    }

    /// <summary>Prints the sign-in address as soon as the browser app answers.</summary>
    public static void PrintSignIn(this IResourceBuilder<ProjectResource> web, string adminFile) => web.OnResourceReady(async (_, _, cancel) =>
    {
        await using var stream = File.OpenRead(adminFile);
        using var admin = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
        Console.WriteLine($"Everything runs. Ctrl-C stops it; your data is kept.\nSign in: {admin.RootElement.GetProperty("signInUrl").GetString()}");
    });
}
