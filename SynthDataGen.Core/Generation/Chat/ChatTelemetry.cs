using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Reports each call under OpenTelemetry's semantic conventions for generative AI (spans, client metrics; as of 1.38, in development).
/// What was asked and answered it leaves out, unless told otherwise.
/// </summary>
internal sealed class ChatTelemetry : DelegatingChatClient
{
    private static readonly Histogram<double> durations = Instruments.Metrics.CreateHistogram(
        "gen_ai.client.operation.duration", "s", "Duration of calls to generative models.", advice: Buckets([.. Powers(0.01, 2, 14)]));

    private static readonly Histogram<long> tokens = Instruments.Metrics.CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens of prompts and answers.", advice: Buckets([.. Powers(1, 4, 14).Select(bound => (long)bound)]));

    private readonly bool withContent;
    private readonly TimeProvider time;
    private readonly TagList endpoint;
    private readonly string model;

    public ChatTelemetry(IChatClient client, bool withContent, TimeProvider time)
        : base(client)
    {
        (this.withContent, this.time) = (withContent, time);
        var metadata = client.GetService<ChatClientMetadata>()!;
        model = metadata.DefaultModelId!;
        endpoint = new()
        {
            { "gen_ai.operation.name", "chat" },
            { "gen_ai.provider.name", metadata.ProviderName },
            { "gen_ai.request.model", model },
            { "server.address", metadata.ProviderUri!.Host },
            { "server.port", metadata.ProviderUri.Port },
        };
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        using var span = Instruments.Traces.StartActivity($"chat {model}", ActivityKind.Client, default(ActivityContext), endpoint);
        span?.SetTag("gen_ai.output.type", options?.ResponseFormat is ChatResponseFormatJson ? "json" : "text");
        var began = time.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(asked, options, cancellationToken);
            Answered(span, response, time.GetElapsedTime(began));
            if (withContent)
            {
                TracedContent.Add(span, asked, response);
            }

            return response;
        }
        catch (Exception e) when (IsMine(span, e, time.GetElapsedTime(began)))
        {
            throw;
        }
    }

    private void Answered(Activity? span, ChatResponse response, TimeSpan took)
    {
        span?.SetTag("gen_ai.response.id", response.ResponseId)
            .SetTag("gen_ai.response.model", response.ModelId)
            .SetTag("gen_ai.response.finish_reasons", new[] { response.FinishReason?.Value ?? "unknown" })
            .SetTag("gen_ai.usage.input_tokens", response.Usage?.InputTokenCount)
            .SetTag("gen_ai.usage.output_tokens", response.Usage?.OutputTokenCount);
        var answered = endpoint;
        answered.Add("gen_ai.response.model", response.ModelId);
        durations.Record(took.TotalSeconds, answered);
        Count(answered, "input", response.Usage?.InputTokenCount);
        Count(answered, "output", response.Usage?.OutputTokenCount);
    }

    /// <summary>Endpoints that count nothing report nought; to pass that on would be a lie.</summary>
    private static void Count(TagList answered, string type, long? count)
    {
        if (count > 0)
        {
            answered.Add("gen_ai.token.type", type);
            tokens.Record(count.Value, answered);
        }
    }

    /// <summary>Reports a failure while it passes by; it is never its own to catch.</summary>
    private bool IsMine(Activity? span, Exception failure, TimeSpan took)
    {
        var type = failure is EndpointFault fault ? ErrorOf(fault) : failure.GetType().FullName!;
        span?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
        var failed = endpoint;
        failed.Add("error.type", type);
        durations.Record(took.TotalSeconds, failed);
        return false;
    }

    private static string ErrorOf(EndpointFault fault) => fault.Status is >= 400 and var status
        ? status.ToString(CultureInfo.InvariantCulture)
        : fault.ToGeneratorException().Reason;

    private static InstrumentAdvice<T> Buckets<T>(IReadOnlyList<T> boundaries)
        where T : struct => new() { HistogramBucketBoundaries = boundaries };

    /// <summary>The boundaries that the conventions name are powers.</summary>
    private static IEnumerable<double> Powers(double first, double factor, int count)
    {
        for (var (i, bound) = (0, first); i < count; (i, bound) = (i + 1, bound * factor))
        {
            yield return bound;
        }
    }
}
