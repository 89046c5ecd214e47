using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>An <see cref="IChatClient"/> over the official OpenAI SDK. One call is one HTTP request: retries are the caller's.</summary>
public sealed class OpenAIChatClient : IChatClient
{
    private const int MaxErrorLength = 500;

    private readonly ChatClient client;
    private readonly ChatClientMetadata metadata;
    private readonly string? apiKey;
    private readonly TimeProvider time;

    public OpenAIChatClient(Uri endpoint, string model, string? apiKey, HttpClient http, TimeProvider time)
    {
        this.apiKey = string.IsNullOrWhiteSpace(apiKey) ? null : apiKey.Trim();
        this.time = time;
        metadata = new("openai", endpoint, model);
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (this.apiKey is null)
        {
            options.AddPolicy(new WithoutKey(), PipelinePosition.BeforeTransport);
        }

        client = new(model, new ApiKeyCredential(this.apiKey ?? "none"), options);
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var body = BinaryContent.Create(ChatWire.Write(messages, options, metadata.DefaultModelId!));
        try
        {
            var request = new RequestOptions { CancellationToken = cancellationToken };
            var result = await client.CompleteChatAsync(body, request).ConfigureAwait(false);
            return Read(result.GetRawResponse());
        }
        catch (ClientResultException e)
        {
            throw Fault(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The connection broke while the answer came in.
            throw new EndpointFault(null, Redact($"The connection to {metadata.ProviderUri} broke: {e.Message}"), inner: e);
        }
    }

    /// <summary>The whole answer as one update: nobody here reads word by word.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType.IsInstanceOfType(client) ? client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    public void Dispose()
    {
        // The HTTP client belongs to whoever made it.
    }

    private ChatResponse Read(PipelineResponse response)
    {
        var body = response.Content.ToString();
        if (response.Content.ToMemory().Length > BoundedAnswers.MaxBytes)
        {
            throw new EndpointFault(response.Status, $"{metadata.ProviderUri} answered with more than {BoundedAnswers.MaxBytes >> 20} MB.", Redact(body))
            {
                Reason = GeneratorException.MalformedReply, // It may have been paid for: not asked again.
            };
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return ChatWire.Read(json.RootElement, metadata.DefaultModelId!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            var message = $"{metadata.ProviderUri} answered {response.Status}, but with something that is no chat completion: {Explain(Redact(body))}";
            throw new EndpointFault(response.Status, message, Redact(body), e);
        }
    }

    private EndpointFault Fault(ClientResultException e)
    {
        if (e.GetRawResponse() is not { } response)
        {
            return new(null, Redact($"{metadata.ProviderUri} cannot be reached: {e.InnerException?.Message ?? e.Message}"), inner: e.InnerException);
        }

        var body = Redact(response.Content.ToString());
        response.Headers.TryGetValue("retry-after-ms", out var milliseconds);
        response.Headers.TryGetValue("Retry-After", out var retryAfter);

        // The SDK's exception stays behind: its message repeats the body, key and all.
        return new(response.Status, $"{metadata.ProviderUri} answered {response.Status}: {Explain(body)}", body)
        {
            RetryAfter = RetryAfter.Read(milliseconds, retryAfter, time.GetUtcNow()),
        };
    }

    private static string Explain(string body)
    {
        var said = body;
        try
        {
            using var json = JsonDocument.Parse(body);
            said = ChatWire.ErrorMessage(json.RootElement) ?? body;
        }
        catch (JsonException)
        {
            // Proxies answer in HTML or plain text, which then stands for itself.
        }

        said = string.Join(' ', said.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return said.Length == 0 ? "(nothing)" : said.Length <= MaxErrorLength ? said : said[..MaxErrorLength] + "…";
    }

    /// <summary>Some servers repeat the key they were given.</summary>
    private string Redact(string text) => apiKey is null ? text : text.Replace(apiKey, "[key]", StringComparison.Ordinal);
}
