namespace SynthDataGen.Core.Generation;

/// <summary>The estimated usage of asking about some contexts.</summary>
/// <param name="Calls">One per context if all goes well.</param>
/// <param name="Pairs">The most pairs that would be written.</param>
/// <param name="InputTokens">Estimated tokens of the prompts, the texts included.</param>
/// <param name="OutputTokens">Estimated tokens of the answers.</param>
public sealed record RunEstimate(int Calls, int Pairs, long InputTokens, long OutputTokens)
{
    /// <summary>Estimates the calls for contexts, given the generator's tokens and the pairs of each.</summary>
    public static RunEstimate Of(Generator generator, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        var calls = contexts.Select(context => CallEstimate.Of(generator, recipe, context.Tokens, context.Pairs)).ToList();
        return new(contexts.Count, contexts.Sum(context => context.Pairs), calls.Sum(call => (long)call.Input), calls.Sum(call => (long)call.Output));
    }

    /// <summary>Estimates the calls that judge the pairs of these contexts, given the tokens of the generator that writes the pairs.</summary>
    public static RunEstimate OfJudge(Generator judge, Generator writer, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(contexts);
        var scale = judge.Calibration.TokensPerEstimated / writer.Calibration.TokensPerEstimated;
        var calls = contexts.Select(context => CallEstimate.OfJudge(judge, recipe, (int)(context.Tokens * scale), context.Pairs)).ToList();
        return new(contexts.Count, contexts.Sum(context => context.Pairs), calls.Sum(call => (long)call.Input), calls.Sum(call => (long)call.Output));
    }

    /// <summary>This estimate multiplied.</summary>
    public RunEstimate Times(double factor) =>
        new((int)(Calls * factor), (int)(Pairs * factor), (long)(InputTokens * factor), (long)(OutputTokens * factor));
}
