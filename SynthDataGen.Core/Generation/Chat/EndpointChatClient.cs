using System.ClientModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.AI;
using SynthDataGen.Core.Generation.Telemetry;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Makes one call through the SDK, and reads the raw reply where the SDK cannot. Every other failure becomes an
/// <see cref="EndpointFault"/> that doesn't show the key.
/// </summary>
internal sealed class EndpointChatClient(IChatClient sdk, RawReplyPolicy replies, string? apiKey, TimeProvider time) : DelegatingChatClient(sdk)
{
    private const int MaxErrorLength = 500;

    private readonly ChatClientMetadata metadata = sdk.GetService<ChatClientMetadata>()!;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await AskAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (EndpointFault fault)
        {
            Report(fault);
            throw;
        }
    }

    private async Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var reply = replies.Expect();
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
            return reply.IsTooLong ? throw TooLong(reply) : WithRefusal(response);
        }
        catch (ClientResultException e)
        {
            throw Fault(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw new EndpointFault(null, Redact($"The connection to {metadata.ProviderUri} broke: {e.Message}"), inner: e);
        }
        catch (Exception e) when (reply.Status is not null && e is not (OperationCanceledException or EndpointFault))
        {
            return ReadRaw(reply); // A reply came in, so it was the SDK's typed model that failed, in one of many ways.
        }
    }

    /// <summary>The SDK gives a refusal as an error beside the text; here it is the text, and the reason why the model stopped.</summary>
    private ChatResponse WithRefusal(ChatResponse response)
    {
        response.ModelId ??= metadata.DefaultModelId;
        if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault(error => error.Message.Length > 0) is { } refusal)
        {
            response.Messages = [new(ChatRole.Assistant, refusal.Message)];
            response.FinishReason = RawCompletion.Refusal;
        }

        return response;
    }

    private ChatResponse ReadRaw(RawReply reply)
    {
        if (reply.IsTooLong)
        {
            throw TooLong(reply);
        }

        var body = reply.Body.ToString();
        try
        {
            using var json = JsonDocument.Parse(body);
            return RawCompletion.Read(json.RootElement, metadata.DefaultModelId!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            var explanation = $"{metadata.ProviderUri} answered {reply.Status}, but not with a chat completion: {Explain(Redact(body))}";
            throw new EndpointFault(reply.Status, explanation, Redact(body), e);
        }
    }

    private EndpointFault TooLong(RawReply reply) => new(
        reply.Status, $"{metadata.ProviderUri} answered with more than {RawReplyPolicy.MaxBytes >> 20} MB.", Redact(reply.Body.ToString()))
    {
        Reason = GeneratorException.MalformedReply, // It may have been paid for: not asked again.
    };

    private EndpointFault Fault(ClientResultException e)
    {
        if (e.GetRawResponse() is not { } response)
        {
            return new(null, Redact($"{metadata.ProviderUri} can't be reached: {e.InnerException?.Message ?? e.Message}"), inner: e.InnerException);
        }

        var body = Redact(response.Content.ToString());
        response.Headers.TryGetValue("retry-after-ms", out var milliseconds);
        response.Headers.TryGetValue("Retry-After", out var retryAfter);

        // The SDK's exception is dropped: its message repeats the body, key and all.
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
            said = RawCompletion.ErrorMessage(json.RootElement) ?? body;
        }
        catch (JsonException)
        {
            // Proxies answer in HTML or plain text, which is shown as it is.
        }

        said = string.Join(' ', said.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return said.Length == 0 ? "(nothing)" : said.Length <= MaxErrorLength ? said : said[..MaxErrorLength] + "…";
    }

    /// <summary>Some servers repeat the key they were given.</summary>
    private string Redact(string text) => apiKey is null ? text : text.Replace(apiKey, "[key]", StringComparison.Ordinal);

    private void Report(EndpointFault fault)
    {
        Activity.Current?.SetTag(Instruments.CallError, fault.Kind);
        Instruments.CallFailed(metadata.ProviderUri!, metadata.DefaultModelId!, fault.Kind);
    }
}
