using SynthDataGen.Core.Generation.Asking;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Judging;

/// <summary>Has the pairs of one context judged, all in one call. Whoever calls it keeps the pairs where it fails.</summary>
public sealed class PairJudge(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <summary>The pairs with what the judge said of them, and its flags.</summary>
    /// <param name="judge">Who judges.</param>
    /// <param name="asked">How it is asked.</param>
    /// <param name="request">What the pairs were written from.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GeneratorException">Nothing usable was said of them; the last reason says why.</exception>
    public async Task<IReadOnlyList<GroundedPair>> JudgeAsync(
        Generator judge, IPairGenerator asked, GenerationRequest request, IReadOnlyList<GroundedPair> pairs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0)
        {
            return pairs;
        }

        var judgements = await AskAsync(judge, asked, request with { Pairs = pairs.Count, Judged = pairs }, cancellationToken);
        return [.. pairs.Zip(judgements, With)];
    }

    /// <summary>A pair with what the judge said of it, and its flags; null: it said nothing.</summary>
    public static GroundedPair With(GroundedPair pair, Judgement? judgement) => judgement is null
        ? pair
        : pair with { Judgement = judgement, Flags = [.. pair.Flags, .. judgement.Flags()] };

    /// <summary>Asks again where the answer was of no use, but never about fewer pairs: those that were left out would stay unjudged.</summary>
    private async Task<IReadOnlyList<Judgement?>> AskAsync(
        Generator judge, IPairGenerator asked, GenerationRequest question, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (reply, _) = await answers.GetAsync(judge, asked, question, attempt, cancellationToken);
            try
            {
                return JudgementReader.Read(reply, question.Pairs);
            }
            catch (GeneratorException failure) when (Reask.Next(question, failure, attempt, options) == question)
            {
                // Its answer is kept, and the next one may be of use.
            }
        }
    }
}
