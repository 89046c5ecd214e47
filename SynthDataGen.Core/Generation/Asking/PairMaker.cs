using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;

namespace SynthDataGen.Core.Generation.Asking;

/// <summary>What one context yielded, and the tokens of every answer that it took.</summary>
public sealed record MadePairs(IReadOnlyList<GroundedPair> Pairs, int InputTokens, int OutputTokens, string Model);

/// <summary>Makes the pairs of one context: recalls or asks, keeps the answer, reads it, and asks again where it was of no use.</summary>
public sealed class PairMaker(ICallMemory memory, GenerationOptions options)
{
    /// <exception cref="GeneratorException">The context yields nothing; the last reason says why.</exception>
    public async Task<MadePairs> MakeAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, SourceWindow source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(asked);
        var checks = PairChecks.For(generator, request, options.Checks);
        var (next, input, output) = (request, 0, 0);
        for (var attempt = 0; ; attempt++)
        {
            var reply = await AnswerAsync(generator, asked, next, attempt, cancellationToken);
            (input, output) = (input + reply.InputTokens, output + reply.OutputTokens);
            try
            {
                return new(PairWriter.Write(reply, source, checks, next.Pairs), input, output, reply.Model);
            }
            catch (GeneratorException failure) when (Reask.Next(next, failure, attempt, options) is { } again)
            {
                next = again;
            }
        }
    }

    private async Task<GeneratorReply> AnswerAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, int attempt, CancellationToken cancellationToken)
    {
        var hash = RequestHash.Of(generator, request, attempt);
        if (await memory.RecallAsync(hash, cancellationToken) is { } kept)
        {
            return kept;
        }

        var reply = await asked.AskAsync(request, cancellationToken);

        // The answer is paid for: a cancellation that comes now must not throw it away.
        await memory.KeepAsync(hash, reply, CancellationToken.None);
        return reply;
    }
}
