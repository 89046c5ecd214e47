using Polly;
using SynthDataGen.Core.Generation;

namespace SynthDataGen.Worker.Generation.Limits;

/// <summary>Asks a generator when it is this call's turn, and again later where the fault is the endpoint's. While it waits it holds no slot.</summary>
internal sealed class LimitedGenerator(IPairGenerator asked, Generator generator, GeneratorGate gate, ResiliencePipeline retries) : IPairGenerator
{
    public async Task<GeneratorReply> AskAsync(GenerationRequest request, CancellationToken cancellationToken)
    {
        var (input, output) = CallEstimate.Of(generator, request);
        return await retries.ExecuteAsync(async token => await AskOnceAsync(request, input + output, token), cancellationToken);
    }

    private async Task<GeneratorReply> AskOnceAsync(GenerationRequest request, int tokens, CancellationToken cancellationToken)
    {
        using var slot = await gate.EnterAsync(tokens, cancellationToken);
        try
        {
            slot.Reply = await asked.AskAsync(request, cancellationToken);
            return slot.Reply;
        }
        catch (GeneratorException e)
        {
            slot.Failure = e;
            throw;
        }
    }
}
