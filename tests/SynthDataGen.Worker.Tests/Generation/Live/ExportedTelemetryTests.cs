using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SynthDataGen.Core.Generation;
using SynthDataGen.Testing;

namespace SynthDataGen.Worker.Tests.Generation.Live;

/// <summary>What a real worker sends to a collector while it makes pairs.</summary>
public sealed class ExportedTelemetryTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> received = new(StringComparer.Ordinal);
    private FakeOpenAI model = null!;
    private Stack stack = null!;
    private WebApplication collector = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        model = (await FakeOpenAI.StartAsync(Token)).AnswerAlways(FakeAnswer.Grounded);
        stack = await Stack.PrepareAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (string kind, Microsoft.AspNetCore.Http.HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(CancellationToken.None);
            received.AddOrUpdate(kind, body, (_, before) => before + body);
        });
        await collector.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await stack.DisposeAsync();
        await model.DisposeAsync();
        await collector.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_leaves_spans_and_metrics_and_text_only_where_that_is_switched_on(bool withText)
    {
        var worker = await stack.StartWorkerAsync(
            $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.Single()}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            "OTEL_METRIC_EXPORT_INTERVAL=1000", "OTEL_BSP_SCHEDULE_DELAY=500", $"Generation__TraceContent={withText}");
        model.Answer(FakeAnswer.Nonsense);
        (await stack.Runs.FinishAsync(model, await stack.Documents.BookAsync(3), apiKey: "sk-never-told")).Run.State.ShouldBe(RunState.Finished);
        await SeeAsync("traces", "chat fake-model");
        foreach (var name in new[] { "gen_ai.client.operation.duration", "gen_ai.client.token.usage", "synthdatagen.pairs", "synthdatagen.contexts", "synthdatagen.calls.in_flight", "synthdatagen.calls.retries", "synthdatagen.queue.length" })
        {
            await SeeAsync("metrics", name);
        }

        await worker.StopAsync(Token);
        received["traces"].Contains("coastal railway", StringComparison.Ordinal).ShouldBe(withText);
        received["traces"].Contains("gen_ai.input.messages", StringComparison.Ordinal).ShouldBe(withText);
        received["metrics"].ShouldNotContain("coastal railway");
        string.Concat(received.Values).ShouldNotContain("sk-never-told");
        received.GetValueOrDefault("logs", "").ShouldNotContain("coastal railway");
    }

    private Task<string> SeeAsync(string kind, string name) =>
        Eventually.SeeAsync(_ => Task.FromResult(received.GetValueOrDefault(kind, "")), sent => sent.Contains(name, StringComparison.Ordinal), $"sent: {name}");
}
