using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Generation.Prompts;

namespace SynthDataGen.Core.Generation;

/// <summary>The usage of a call before it is made; afterwards its real usage counts.</summary>
/// <param name="Input">Tokens of the prompt, the text included.</param>
/// <param name="Output">Tokens of the answer.</param>
public sealed record CallEstimate(int Input, int Output)
{
    /// <summary>Tokens of a pair without its answer: question, quotes and JSON.</summary>
    private const int TokensAround = 100;

    /// <summary>Tokens of a judgement: its note and JSON.</summary>
    private const int TokensOfJudgement = 60;

    /// <summary>Estimates the call for a request. The extractive generator uses nothing.</summary>
    public static CallEstimate Of(Generator generator, GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(request);
        var tokens = (int)(TokenEstimator.Count(request.Text) * generator.Calibration.TokensPerEstimated);
        return request.Regenerated is { } regeneration ? OfRegeneration(generator, request.Recipe, tokens, regeneration)
            : request.Judged is null ? Of(generator, request.Recipe, tokens, request.Pairs)
            : OfJudge(generator, request.Recipe, tokens, request.Pairs);
    }

    /// <summary>Estimates the call for a context, given the generator's tokens and the pairs.</summary>
    public static CallEstimate Of(Generator generator, RecipeSettings recipe, int contextTokens, int pairs)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(recipe);
        return generator.Endpoint is null
            ? new(0, 0)
            : new(
                contextTokens + (int)(PromptTemplate.Of(recipe).Tokens * generator.Calibration.TokensPerEstimated),
                pairs * (TokensAround + AnswerTokens(recipe.AnswerLength)));
    }

    /// <summary>Estimates the call that judges the pairs of a context, given the judge's tokens.</summary>
    public static CallEstimate OfJudge(Generator judge, RecipeSettings recipe, int contextTokens, int pairs)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(recipe);
        var around = PromptTemplate.Judge.Tokens + (pairs * (TokensAround + AnswerTokens(recipe.AnswerLength)));
        return new(contextTokens + (int)(around * judge.Calibration.TokensPerEstimated), pairs * TokensOfJudgement);
    }

    private static CallEstimate OfRegeneration(Generator generator, RecipeSettings recipe, int contextTokens, Regeneration regeneration)
    {
        var around = PromptTemplate.Regenerated.Tokens + TokenEstimator.Count($"{regeneration.Question} {regeneration.Answer} {string.Join(' ', regeneration.Quotes)}");
        return new(contextTokens + (int)(around * generator.Calibration.TokensPerEstimated), TokensAround + AnswerTokens(recipe.AnswerLength));
    }

    private static int AnswerTokens(AnswerLength length) => length switch
    {
        AnswerLength.Brief => 25,
        AnswerLength.Medium => 90,
        AnswerLength.Detailed => 200,
        _ => 50,
    };
}
