using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using SynthDataGen.Core.Generation;
using SynthDataGen.Core.Generation.Chat;
using SynthDataGen.Core.Generation.Telemetry;
using SynthDataGen.Testing;

namespace SynthDataGen.Core.Tests.Generation.Chat;

/// <summary>What a model call reports, by the names of OpenTelemetry's semantic conventions for generative AI.</summary>
public sealed class ChatTelemetryTests : ModelCalls
{
    private const string Secret = "24 months";

    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> measured = new();

    [Fact]
    public async Task A_call_is_a_span_with_models_tokens_and_finish_reason()
    {
        Fake.Answer(FakeAnswer.Grounded);

        var reply = await ListenAsync(async () => await Model().AskAsync(Request, Token));

        var span = spans.ShouldHaveSingleItem();
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("chat test-model", ActivityKind.Client, ActivityStatusCode.Unset));
        span.GetTagItem("gen_ai.operation.name").ShouldBe("chat");
        span.GetTagItem("gen_ai.provider.name").ShouldBe("openai");
        span.GetTagItem("gen_ai.request.model").ShouldBe("test-model");
        span.GetTagItem("gen_ai.response.model").ShouldBe("test-model");
        span.GetTagItem("gen_ai.response.id").ShouldBe("chatcmpl-fake");
        span.GetTagItem("gen_ai.response.finish_reasons").ShouldBe("""["stop"]""");
        span.GetTagItem("gen_ai.output.type").ShouldBe("json");
        span.GetTagItem("gen_ai.usage.input_tokens").ShouldBe(reply.InputTokens);
        span.GetTagItem("gen_ai.usage.output_tokens").ShouldBe(reply.OutputTokens);
        (span.GetTagItem("server.address"), span.GetTagItem("server.port")).ShouldBe((Fake.Address.Host, Fake.Address.Port));
    }

    [Fact]
    public async Task A_call_is_measured_in_seconds_and_tokens()
    {
        Fake.Answer(FakeAnswer.Grounded);

        var reply = await ListenAsync(async () => await Model().AskAsync(Request, Token));

        var duration = measured.Where(one => one.Name == "gen_ai.client.operation.duration").ShouldHaveSingleItem();
        duration.Value.ShouldBeInRange(0, 10);
        duration.Tags.ShouldContainKeyAndValue("gen_ai.response.model", "test-model");
        measured.Where(one => one.Name == "gen_ai.client.token.usage").Select(one => ((string)one.Tags["gen_ai.token.type"]!, one.Value))
            .ShouldBe([("input", reply.InputTokens), ("output", reply.OutputTokens)]);
    }

    [Theory]
    [InlineData(429, "429")]
    [InlineData(200, "server-error")]
    public async Task A_call_that_fails_says_why(int status, string error)
    {
        Fake.Answer(FakeAnswer.Status(status, "busy"));

        await ListenAsync(async () => await Should.ThrowAsync<GeneratorException>(Model().AskAsync(Request, Token)));

        var span = spans.ShouldHaveSingleItem();
        (span.Status, span.GetTagItem("synthdatagen.call.error")).ShouldBe((ActivityStatusCode.Error, error));
        span.GetTagItem("error.type").ShouldBe(typeof(EndpointFault).FullName);
        measured.Select(one => (one.Name, one.Tags["error.type"])).ShouldBe(
            [("synthdatagen.calls.failures", error), ("gen_ai.client.operation.duration", typeof(EndpointFault).FullName)]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Nothing_of_the_document_or_the_key_is_reported(int status)
    {
        Fake.AnswerAlways(status == 200 ? FakeAnswer.Grounded : FakeAnswer.Status(status, $$$"""{"error":{"message":"{{{Key}}} {{{Secret}}}"}}"""));

        await ListenAsync(async () => await Record.ExceptionAsync(async () => await Model().AskAsync(Request, Token)));

        spans.ShouldNotBeEmpty();
        foreach (var reported in spans.SelectMany(SaidBy))
        {
            reported.ShouldNotContain(Secret);
            reported.ShouldNotContain(Key);
        }
    }

    [Fact]
    public async Task Switched_on_what_was_asked_and_answered_is_reported_as_messages()
    {
        Fake.Answer(FakeAnswer.Grounded);
        var options = Quick();
        options.TraceContent = true;

        var reply = await ListenAsync(async () => await Model(options).AskAsync(Request, Token));

        var span = spans.ShouldHaveSingleItem();
        Json(span, "gen_ai.system_instructions")[0].GetProperty("type").GetString().ShouldBe("text");
        var asked = Json(span, "gen_ai.input.messages")[0];
        asked.GetProperty("role").GetString().ShouldBe("user");
        asked.GetProperty("parts")[0].GetProperty("content").GetString()!.ShouldContain(Secret);
        var answered = Json(span, "gen_ai.output.messages")[0];
        (answered.GetProperty("role").GetString(), answered.GetProperty("finish_reason").GetString()).ShouldBe(("assistant", "stop"));
        answered.GetProperty("parts")[0].GetProperty("content").GetString().ShouldBe(reply.Content);
    }

    [Fact]
    public void Histograms_have_the_buckets_of_the_conventions()
    {
        var advised = new Dictionary<string, object?>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => advised[instrument.Name] = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? (object?)(instrument as Histogram<int>)?.Advice?.HistogramBucketBoundaries };
        Model();

        listener.Start();

        advised["gen_ai.client.operation.duration"].ShouldBe(new[] { 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92 });
        advised["gen_ai.client.token.usage"].ShouldBe(new int[] { 1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864 });
    }

    /// <summary>Hears what is reported of calls to this test's own endpoint: others run at the same time.</summary>
    private async Task<T> ListenAsync<T>(Func<Task<T>> action)
    {
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Instruments.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("server.port") is int port && port == Fake.Address.Port)
                {
                    spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(traces);
        using var metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Instruments.Source)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        metrics.Start();
        return await action();
    }

    private void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal);
        if (named.GetValueOrDefault("server.port") is int port && port == Fake.Address.Port)
        {
            measured.Enqueue((instrument.Name, value, named));
        }
    }

    private static IEnumerable<string> SaidBy(Activity span) =>
        [span.DisplayName, span.StatusDescription ?? "", .. span.TagObjects.Select(tag => $"{tag.Value}"), .. span.Events.SelectMany(said => said.Tags.Select(tag => $"{tag.Value}"))];

    private static JsonElement Json(Activity span, string name) => JsonElement.Parse((string)span.GetTagItem(name)!);
}
