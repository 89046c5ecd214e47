using System.Security.Cryptography;

namespace Aspire.Hosting.Local;

/// <summary>The Aspire dashboard, where eng/setup has fetched it.</summary>
internal sealed class Dashboard
{
    private readonly string key = RandomNumberGenerator.GetHexString(32);
    private readonly string token = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly int port;
    private readonly int telemetryPort;

    private Dashboard(DataFolder data)
    {
        port = data.Port("dashboard.port");
        telemetryPort = data.Port("dashboard-otlp.port");
    }

    public string LoginUrl => $"http://localhost:{port}/login?t={token}";

    public static Dashboard? Start(string folder, LocalContext context)
    {
        var program = Path.Combine(folder, "aspire-managed");
        if (!File.Exists(program))
        {
            return null;
        }

        var dashboard = new Dashboard(context.Data);
        context.Supervisor.KeepRunning(new ChildSpec("dashboard", program, "dashboard")
        {
            WorkingDirectory = folder,
            Tier = Tier.Server,
            Quiet = true,
            Environment =
            {
                ["HOME"] = context.Data.Folder("dashboard"),
                ["ASPNETCORE_URLS"] = $"http://localhost:{dashboard.port}",
                ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://127.0.0.1:{dashboard.telemetryPort}",
                ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = dashboard.token,
                ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
                ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = dashboard.key,
            },
        });
        return dashboard;
    }

    /// <summary>Tells a process where its telemetry goes, and by which name.</summary>
    public void AddTo(Dictionary<string, string> environment, string service, string instance)
    {
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{telemetryPort}";
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        environment["OTEL_SERVICE_NAME"] = service;
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "5000";
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance}";
    }
}
