using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>
/// Remembers which response format an endpoint's model accepts: the schema, else any JSON object, else no format. Learned from
/// refusals; what this process hasn't seen it takes from the generator (<see cref="Generator.ResponseFormat"/>).
/// </summary>
public sealed class ResponseFormats
{
    private readonly ConcurrentDictionary<(Uri Endpoint, string Model), ResponseFormat> proven = new();

    /// <summary>The formats worth trying, best first; only one where it has worked before in this process.</summary>
    internal IEnumerable<ResponseFormat> For(Uri endpoint, string model, ResponseFormat? remembered) =>
        proven.TryGetValue((endpoint, model), out var known) ? [known] : Enum.GetValues<ResponseFormat>().Where(format => format >= (remembered ?? ResponseFormat.Schema));

    internal void Accept(Uri endpoint, string model, ResponseFormat format) => proven[(endpoint, model)] = format;

    /// <summary>Trusts no format until the next call has shown which one works.</summary>
    internal void Forget(Uri endpoint, string model) => proven.TryRemove((endpoint, model), out _);
}

/// <summary>Asks in the best response format that the endpoint accepts, and turns its faults into <see cref="GeneratorException"/>s.</summary>
internal sealed class FormatChatClient(IChatClient inner, ResponseFormats formats) : DelegatingChatClient(inner)
{
    private const string AcceptedFormat = "accepted_format";

    private readonly Uri endpoint = inner.GetService<ChatClientMetadata>()!.ProviderUri!;

    /// <summary>The format that a response came in.</summary>
    public static ResponseFormat? Of(ChatResponse response) => response.AdditionalProperties?[AcceptedFormat] as ResponseFormat?;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await NegotiateAsync([.. messages], CallOptions.From(options), cancellationToken);
        }
        catch (EndpointFault fault)
        {
            throw fault.ToGeneratorException();
        }
    }

    /// <summary>Steps down from the schema while the endpoint refuses it. If it refuses every format, its first explanation counts.</summary>
    private async Task<ChatResponse> NegotiateAsync(List<ChatMessage> messages, CallOptions call, CancellationToken cancellationToken)
    {
        var model = call.Generator.Model;
        EndpointFault? refused = null;
        foreach (var format in formats.For(endpoint, model, call.Generator.ResponseFormat))
        {
            try
            {
                var response = await base.GetResponseAsync(messages, In(format, call), cancellationToken);
                formats.Accept(endpoint, model, format);
                (response.AdditionalProperties ??= [])[AcceptedFormat] = format;
                return response;
            }
            catch (EndpointFault fault) when (fault.MayBeAboutFormat)
            {
                refused ??= fault;
            }
        }

        formats.Forget(endpoint, model); // Perhaps the endpoint has changed, perhaps only this call was at fault.
        throw refused!;
    }

    private static ChatOptions In(ResponseFormat format, CallOptions call)
    {
        var options = call.Clone();
        options.ResponseFormat = format switch
        {
            ResponseFormat.Schema => call.ResponseFormat,
            ResponseFormat.Json => ChatResponseFormat.Json,
            _ => null,
        };
        return options;
    }
}
