using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Generation.Checks;
using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Regenerating;

/// <summary>
/// Has one pair written anew: recalls or asks, keeps the answer, reads it, and asks again where it was of no use. The same request is
/// answered from what was kept, except by answers of no use: whoever asks again wants another.
/// </summary>
public sealed class PairRegenerator(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <summary>What came of it; a generator that fails is part of that.</summary>
    public async Task<RegeneratedPair> RegenerateAsync(
        Generator generator, IPairGenerator asked, GenerationRequest request, ShownText source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var checks = PairChecks.For(generator, request, options.Checks);
        var made = new RegeneratedPair();
        for (int attempt = 0, unusable = 0; ; attempt++)
        {
            PaidAnswer answer;
            try
            {
                answer = await answers.GetAsync(generator, asked, request, attempt, cancellationToken);
            }
            catch (GeneratorException failure)
            {
                return made with { Failure = failure };
            }

            made = made.With(answer);
            try
            {
                return made with { Pair = Read(answer.Reply, request, source, checks) };
            }
            catch (GeneratorException failure)
            {
                if (!answer.WasKept && Reask.Next(request, failure, unusable++, options) is null)
                {
                    return made with { Failure = failure };
                }
            }
        }
    }

    /// <summary>A decision cannot change the type of a question, whatever the model says it is.</summary>
    private static GroundedPair? Read(GeneratorReply reply, GenerationRequest request, ShownText source, PairChecks checks) =>
        PairReader.Read(reply) is [var draft, ..]
            ? PairWriter.Ground(draft with { QuestionType = request.Regenerated!.QuestionType, Difficulty = request.Regenerated.Difficulty }, source, checks)
            : null;
}
