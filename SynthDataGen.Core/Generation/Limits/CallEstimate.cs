using SynthDataGen.Core.Chunks;

namespace SynthDataGen.Core.Generation.Limits;

/// <summary>What a call will take, before it is made; afterwards its usage counts.</summary>
public static class CallEstimate
{
    /// <summary>Tokens of the prompt's own words.</summary>
    private const int PromptTokens = 700;

    /// <summary>Tokens that a pair takes with its quotes.</summary>
    private const int TokensPerPair = 120;

    /// <summary>Tokens of a judgement.</summary>
    private const int TokensPerJudgement = 60;

    private const decimal PriceUnit = 1_000_000;

    /// <summary>Tokens in and out.</summary>
    public static (int Input, int Output) TokensOf(GenerationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var input = TokenEstimator.Count(request.Text) + PromptTokens;
        return request.Judged is { } pairs ? (input + (pairs.Count * TokensPerPair), pairs.Count * TokensPerJudgement) : (input, request.Pairs * TokensPerPair);
    }

    /// <summary>What tokens cost, in the currency of the generator's prices; one that it does not name counts as zero.</summary>
    public static decimal CostOf(Generator generator, long inputTokens, long outputTokens)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return ((inputTokens * (generator.InputPrice ?? 0)) + (outputTokens * (generator.OutputPrice ?? 0))) / PriceUnit;
    }
}
