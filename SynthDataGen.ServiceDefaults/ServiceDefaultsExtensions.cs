using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SynthDataGen.ServiceDefaults;

/// <summary>What every process of ours has alike: logs, telemetry, health.</summary>
public static class ServiceDefaultsExtensions
{
    private const string Alive = "alive";

    /// <summary>Engines that report each step at Information, where only their warnings help. Traces have the steps.</summary>
    private static readonly string[] Chatty = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "Quartz", "System.Net.Http"];

    /// <summary>Adds one-line console logs, telemetry to OTEL_EXPORTER_OTLP_ENDPOINT where it is set, and health checks.</summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.SimpleConsoleFormatterOptions>(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "HH:mm:ss ";
        });
        builder.Logging.AddFilter((category, level) =>
            level >= (Array.Exists(Chatty, name => category?.StartsWith(name, StringComparison.Ordinal) == true) ? LogLevel.Warning : LogLevel.Information));
        builder.AddTelemetry();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Alive]);
        return builder;
    }

    /// <summary>Maps /health (every check) and /alive (the process answers).</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Alive) }).AllowAnonymous();
        return app;
    }
}
