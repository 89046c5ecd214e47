using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using Polly;
using Polly.Timeout;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Builds the pipeline of calls to one endpoint's model, from the outside in: response format, timeout, telemetry, reading, SDK.
/// Retries, limits and budgets come around it, from those who need them (<see cref="PairGenerators.For"/>).
/// </summary>
internal sealed class ChatPipeline(ResponseFormats formats, GenerationOptions options, TimeProvider time)
{
    public IChatClient Build(Uri endpoint, string model, string? apiKey, HttpClient http)
    {
        var replies = new RawReplyPolicy(hasKey: apiKey is not null);
        var timeout = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.CallTimeout).Build();
        return Connect(endpoint, model, apiKey, http, replies).AsIChatClient().AsBuilder()
            .Use(inner => new FormatChatClient(inner, formats))
            .Use((messages, call, next, cancellationToken) => WithinAsync(timeout, endpoint, token => next(messages, call, token), cancellationToken))
            .UseOpenTelemetry(sourceName: Instruments.Source, configure: telemetry => telemetry.EnableSensitiveData = options.TraceContent)
            .Use(inner => new EndpointChatClient(inner, replies, apiKey, time))
            .Build();
    }

    /// <summary>One call is one HTTP request: the SDK neither retries nor times out.</summary>
    private static OpenAI.Chat.ChatClient Connect(Uri endpoint, string model, string? apiKey, HttpClient http, RawReplyPolicy replies)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        settings.AddPolicy(replies, PipelinePosition.BeforeTransport);
        return new(model, new ApiKeyCredential(apiKey ?? "none"), settings);
    }

    private async Task WithinAsync(ResiliencePipeline timeout, Uri endpoint, Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            await timeout.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (TimeoutRejectedException e)
        {
            throw new EndpointFault(null, $"{endpoint} did not answer within {options.CallTimeout.TotalSeconds:0.###} seconds.", inner: e)
            {
                Reason = GeneratorException.TimedOut,
            };
        }
    }
}
