using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Asking;

/// <summary>What one context yielded, and the tokens of every answer that it took.</summary>
public sealed record MadePairs(IReadOnlyList<GroundedPair> Pairs, int InputTokens, int OutputTokens, string Model)
{
    /// <summary>Why the pairs were not judged, though they should have been; null: they were, or nobody was asked to.</summary>
    public GeneratorException? JudgeFailure { get; init; }
}

/// <summary>Makes the pairs of one context: recalls or asks, keeps the answer, reads it, and asks again where it was of no use.</summary>
public sealed class PairMaker(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <exception cref="GeneratorException">The context yields nothing; the last reason says why.</exception>
    public async Task<MadePairs> MakeAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, ShownText source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var checks = PairChecks.For(generator, request, options.Checks);
        var (next, input, output) = (request, 0, 0);
        for (var attempt = 0; ; attempt++)
        {
            var (reply, _) = await answers.GetAsync(generator, asked, next, attempt, cancellationToken);
            (input, output) = (input + reply.InputTokens, output + reply.OutputTokens);
            try
            {
                return new(PairGrounder.Write(reply, source, checks, next), input, output, reply.Model);
            }
            catch (GeneratorException failure) when (Reask.Next(next, failure, attempt, options) is { } again)
            {
                next = again;
            }
        }
    }
}
