using SynthDataGen.Core.Generation.Asking;

namespace SynthDataGen.Core.Generation.Judging;

/// <summary>Has the pairs of one context judged, all in one call. Whoever calls it keeps the pairs where it fails.</summary>
public sealed class PairJudge(ICallMemory memory, GenerationOptions options)
{
    private readonly PaidAnswers answers = new(memory);

    /// <summary>The pairs with what the judge said of them, and its flags.</summary>
    /// <param name="judge">Who judges.</param>
    /// <param name="asked">How it is asked.</param>
    /// <param name="request">What the pairs were written from.</param>
    /// <param name="made">The pairs.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="GeneratorException">Nothing usable was said of them; the last reason says why.</exception>
    public async Task<MadePairs> JudgeAsync(
        Generator judge, IPairGenerator asked, GenerationRequest request, MadePairs made, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(made);
        if (made.Pairs.Count == 0)
        {
            return made;
        }

        var judgements = await AskAsync(judge, asked, request with { Pairs = made.Pairs.Count, Judged = made.Pairs }, cancellationToken);
        return made with { Pairs = [.. made.Pairs.Zip(judgements, With)] };
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
            var reply = await answers.GetAsync(judge, asked, question, attempt, cancellationToken);
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
