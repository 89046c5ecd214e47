using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace SynthDataGen.ServiceDefaults;

/// <summary>Listens to what the framework and the libraries emit themselves, from start to stop, and exports it by OTLP.</summary>
internal sealed class TelemetryService(IConfiguration configuration) : IHostedService, IDisposable
{
    private static readonly string[] Sources =
        ["SynthDataGen", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "Quartz"];

    private static readonly string[] Meters =
    [
        "SynthDataGen", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http", "System.Runtime", "Npgsql", "Quartz",
    ];

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .AddSource(Sources)
            .AddProcessor<HealthRequestFilter>()
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
