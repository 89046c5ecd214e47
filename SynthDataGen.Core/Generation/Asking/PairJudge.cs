using SynthDataGen.Core.Generation.Replies;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Asking;

/// <summary>Gets the pairs of one context judged, all in one call. If that fails, the caller still has the pairs.</summary>
public sealed class PairJudge(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <summary>The pairs with the judge's opinions and flags.</summary>
    /// <param name="judge">Who judges.</param>
    /// <param name="asked">How it is asked.</param>
    /// <param name="request">The request that the pairs were written for.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GeneratorException">There was no usable answer; the reason is that of the last failure.</exception>
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

    /// <summary>A pair with the judge's opinion and flags; unchanged if the judge has none.</summary>
    public static GroundedPair With(GroundedPair pair, Judgement? judgement) => judgement is null
        ? pair
        : pair with { Judgement = judgement, Flags = [.. pair.Flags, .. judgement.Flags()] };

    /// <summary>Asks again if the answer is unusable, but never about fewer pairs: those left out would stay unjudged.</summary>
    private async Task<IReadOnlyList<Judgement?>> AskAsync(
        Generator judge, IPairGenerator asked, GenerationRequest question, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (reply, _) = await answers.GetAsync(judge, asked, question, attempt, cancellationToken);
            try
            {
                return JudgementParser.Read(reply, question.Pairs);
            }
            catch (GeneratorException failure) when (Reask.Next(question, failure, attempt, options) == question)
            {
                // The answer is kept, and the next one may be usable.
            }
        }
    }
}
