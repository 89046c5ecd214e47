using Microsoft.Extensions.AI;
using Polly;
using Polly.Timeout;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Prompts;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Asks a chat endpoint for pairs, or to judge some. What it answered comes back unread, so that the caller can keep it first.</summary>
public sealed class ModelPairGenerator : IPairGenerator
{
    private readonly IChatClient client;
    private readonly ResponseFormats formats;
    private readonly ResiliencePipeline pipeline;
    private readonly GenerationOptions options;
    private readonly Uri endpoint;
    private readonly string model;
    private readonly ResponseFormat? remembered;

    /// <summary>A generator that asks through a client.</summary>
    /// <param name="client">One call of it is one HTTP request.</param>
    /// <param name="formats">What this process learned of response formats.</param>
    /// <param name="options">How long a call may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="remembered">The format that worked before, perhaps in another process; null: none is known to.</param>
    public ModelPairGenerator(
        IChatClient client, ResponseFormats formats, GenerationOptions options, TimeProvider time, ResponseFormat? remembered = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var metadata = client.GetService<ChatClientMetadata>();
        endpoint = metadata?.ProviderUri ?? new("http://localhost/");
        model = metadata?.DefaultModelId ?? "";
        (this.client, this.formats, this.options, this.remembered) = (client, formats, options, remembered);
        pipeline = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.CallTimeout).Build();
    }

    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var prompt = Prompt.For(request);
            var (response, format) = await AskInAcceptedFormatAsync(prompt, cancellationToken);
            return Reply(prompt, response) with { Format = format };
        }
        catch (TimeoutRejectedException e)
        {
            throw new GeneratorException(
                GeneratorException.TimedOut, $"{endpoint} did not answer within {options.CallTimeout.TotalSeconds:0.###} seconds.", inner: e);
        }
        catch (EndpointFault fault)
        {
            throw fault.ToGeneratorException();
        }
    }

    /// <summary>Steps down from the schema while the endpoint refuses it. Where it refuses everything, its first words count.</summary>
    private async Task<(ChatResponse Response, ResponseFormat Format)> AskInAcceptedFormatAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        ChatMessage[] messages = [new(ChatRole.System, prompt.System), new(ChatRole.User, prompt.User)];
        EndpointFault? refused = null;
        foreach (var format in formats.For(endpoint, model, remembered))
        {
            try
            {
                var asked = new ChatOptions { ResponseFormat = ResponseFormats.OnTheWire(format, prompt.Shape) };
                var response = await pipeline.ExecuteAsync(async token => await client.GetResponseAsync(messages, asked, token), cancellationToken);
                formats.Accepted(endpoint, model, format);
                return (response, format);
            }
            catch (EndpointFault fault) when (fault.MayBeAboutFormat)
            {
                refused ??= fault;
            }
        }

        formats.Forget(endpoint, model); // Perhaps the endpoint has changed, perhaps only this call was at fault.
        throw refused!;
    }

    private GeneratorReply Reply(Prompt prompt, ChatResponse response) => new(
        StorableText.Of(response.Text),
        response.FinishReason?.Value ?? "",
        (int)(response.Usage?.InputTokenCount ?? 0),
        (int)(response.Usage?.OutputTokenCount ?? 0),
        response.ModelId ?? model,
        TokenEstimator.Count(prompt.System) + TokenEstimator.Count(prompt.User));
}
