using Microsoft.Extensions.AI;
using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation.Chat;

/// <summary>Asks a chat endpoint to write pairs, or to judge some. The answer comes back unread, so that the caller can keep it first.</summary>
public sealed class ModelPairGenerator(IChatClient client, Generator generator) : IPairGenerator
{
    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var call = new CallOptions(generator, request);
        var response = await client.GetResponseAsync(call.Messages, call, cancellationToken);
        return new(
            StorableText.Of(response.Text),
            response.FinishReason?.Value ?? "",
            (int)(response.Usage?.InputTokenCount ?? 0),
            (int)(response.Usage?.OutputTokenCount ?? 0),
            response.ModelId ?? generator.Model,
            TokenEstimator.Count(call.Prompt.System) + TokenEstimator.Count(call.Prompt.User))
        {
            Format = FormatChatClient.Of(response),
        };
    }
}
