using Microsoft.Extensions.AI;
using Polly;
using Polly.Timeout;
using SynthDataGen.Core.Generation.Prompts;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Asks a chat endpoint for pairs. What it answered comes back unread, so that the caller can keep it first.</summary>
public sealed class ModelPairGenerator : IPairGenerator
{
    private readonly IChatClient _client;
    private readonly ResponseFormats _formats;
    private readonly ResiliencePipeline _pipeline;
    private readonly GenerationOptions _options;
    private readonly Uri _endpoint;
    private readonly string _model;

    public ModelPairGenerator(IChatClient client, ResponseFormats formats, GenerationOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var metadata = client.GetService<ChatClientMetadata>();
        _endpoint = metadata?.ProviderUri ?? new("http://localhost/");
        _model = metadata?.DefaultModelId ?? "";
        (_client, _formats, _options) = (client, formats, options);
        _pipeline = Retries.Pipeline(options, time);
    }

    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Reply(await AskInAcceptedFormatAsync(GroundedPairsPrompt.For(request), cancellationToken));
        }
        catch (TimeoutRejectedException e)
        {
            throw new GeneratorException(
                GeneratorException.TimedOut, $"{_endpoint} did not answer within {_options.CallTimeout.TotalSeconds:0.###} seconds.", inner: e);
        }
        catch (EndpointFault fault)
        {
            throw fault.ToGeneratorException();
        }
    }

    /// <summary>Steps down from the schema while the endpoint refuses it. Where it refuses everything, its first words count.</summary>
    private async Task<ChatResponse> AskInAcceptedFormatAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        ChatMessage[] messages = [new(ChatRole.System, prompt.System), new(ChatRole.User, prompt.User)];
        EndpointFault? refused = null;
        foreach (var (step, format) in _formats.For(_endpoint, _model))
        {
            try
            {
                var response = await _pipeline.ExecuteAsync(
                    async token => await _client.GetResponseAsync(messages, new() { ResponseFormat = format }, token), cancellationToken);
                _formats.Accepted(_endpoint, _model, step);
                return response;
            }
            catch (EndpointFault fault) when (fault.MayBeAboutFormat)
            {
                refused ??= fault;
            }
        }

        throw refused!;
    }

    private GeneratorReply Reply(ChatResponse response) => new(
        StorableText.Of(response.Text),
        response.FinishReason?.Value ?? "",
        (int)(response.Usage?.InputTokenCount ?? 0),
        (int)(response.Usage?.OutputTokenCount ?? 0),
        response.ModelId ?? _model);
}
