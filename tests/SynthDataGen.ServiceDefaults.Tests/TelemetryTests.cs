using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SynthDataGen.ServiceDefaults.Tests;

public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new(StringComparer.Ordinal);
    private WebApplication receiver = null!;
    private HttpClient receiverAddress = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/traces", "/hello")]
    [InlineData("/v1/metrics", "http.server.request.duration")]
    [InlineData("/v1/logs", "a line of ours")]
    public async Task A_request_leaves_its_trace_measure_and_log(string path, string expected)
    {
        await RunAsync("/hello");

        received.GetValueOrDefault(path, "").ShouldContain(expected);
    }

    [Fact]
    public async Task A_secret_in_an_address_is_not_recorded()
    {
        await RunAsync("/hello?token=hush");

        received["/v1/traces"].ShouldContain("token=");
        received["/v1/traces"].ShouldNotContain("hush");
    }

    [Fact]
    public async Task Health_probes_leave_no_trace()
    {
        await RunAsync("/hello", "/health", "/alive");

        received["/v1/traces"].ShouldContain("/hello");
        received["/v1/traces"].ShouldNotContain("/health");
        received["/v1/traces"].ShouldNotContain("/alive");
    }

    public async ValueTask InitializeAsync()
    {
        receiver = TestApp.Create();
        receiver.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            var body = await reader.ReadToEndAsync(Cancel);
            received.AddOrUpdate($"/v1/{kind}", body, (_, before) => before + body);
        });
        await receiver.StartAsync(Cancel);
        receiverAddress = receiver.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        receiverAddress.Dispose();
        await receiver.DisposeAsync();
    }

    // Telemetry is sent, at the latest, when the process ends.
    private async Task RunAsync(params string[] paths)
    {
        await using var app = TestApp.Create(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", receiverAddress.BaseAddress!.ToString()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        await app.StartAsync(Cancel);
        using var client = app.CreateClient();
        foreach (var path in paths)
        {
            await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancel);
        }

        app.Services.GetRequiredService<ILogger<TelemetryTests>>().LineOfOurs();
        await app.StopAsync(Cancel);
    }
}

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "a line of ours")]
    public static partial void LineOfOurs(this ILogger logger);
}
