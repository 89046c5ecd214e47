using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation.Judging;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation;

/// <summary>What asking about some contexts would use.</summary>
/// <param name="Calls">One a context, if all goes well.</param>
/// <param name="Pairs">Most pairs that would be written.</param>
/// <param name="InputTokens">Estimated tokens of the prompts, the texts included.</param>
/// <param name="OutputTokens">Estimated tokens of the answers.</param>
public sealed record RunEstimate(int Calls, int Pairs, long InputTokens, long OutputTokens)
{
    /// <summary>Tokens of a pair beside its answer: question, two quotes, and the JSON around them.</summary>
    private const int TokensAround = 140;

    /// <summary>Tokens of a judgement: its note, and the JSON around it.</summary>
    private const int TokensOfJudgement = 60;

    /// <summary>Estimates the calls for contexts of so many of the generator's tokens and pairs each. The extractive generator uses none.</summary>
    public static RunEstimate Of(Generator generator, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(contexts);
        var pairs = contexts.Sum(context => context.Pairs);
        if (generator.Endpoint is null)
        {
            return new(contexts.Count, pairs, 0, 0);
        }

        var prompt = PairsPrompt.For(new("", [], "", recipe, recipe.PairsPerContext));
        var around = (TokenEstimator.Count(prompt.System) + TokenEstimator.Count(prompt.User)) * generator.Calibration.TokensPerEstimated;
        return new(
            contexts.Count, pairs,
            (long)contexts.Sum(context => context.Tokens + around),
            (long)pairs * (TokensAround + AnswerTokens(recipe.AnswerLength)));
    }

    /// <summary>Estimates what judging the pairs of these contexts would use beside.</summary>
    public static RunEstimate OfJudge(Generator judge, Generator writer, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(contexts);
        var prompt = JudgePrompt.For(new("", [], "", recipe, recipe.PairsPerContext), []);
        var around = (TokenEstimator.Count(prompt.System) + TokenEstimator.Count(prompt.User)) * judge.Calibration.TokensPerEstimated;

        // The contexts' tokens are those of the writer's model.
        var scale = judge.Calibration.TokensPerEstimated / writer.Calibration.TokensPerEstimated;
        var pairs = contexts.Sum(context => context.Pairs);
        return new(
            contexts.Count, pairs,
            (long)(contexts.Sum(context => (context.Tokens * scale) + around) + (pairs * (TokensAround + AnswerTokens(recipe.AnswerLength)))),
            (long)pairs * TokensOfJudgement);
    }

    /// <summary>The same for so many times as much.</summary>
    public RunEstimate Times(double factor) =>
        new((int)(Calls * factor), (int)(Pairs * factor), (long)(InputTokens * factor), (long)(OutputTokens * factor));

    private static int AnswerTokens(AnswerLength length) => length switch
    {
        AnswerLength.Brief => 25,
        AnswerLength.Medium => 90,
        AnswerLength.Detailed => 200,
        _ => 60,
    };
}
