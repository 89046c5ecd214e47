namespace SynthDataGen.Core.Generation;

/// <summary>What asking about some contexts would use.</summary>
/// <param name="Calls">One a context, if all goes well.</param>
/// <param name="Pairs">Most pairs that would be written.</param>
/// <param name="InputTokens">Estimated tokens of the prompts, the texts included.</param>
/// <param name="OutputTokens">Estimated tokens of the answers.</param>
public sealed record RunEstimate(int Calls, int Pairs, long InputTokens, long OutputTokens)
{
    /// <summary>Estimates the calls for contexts of so many of the generator's tokens and pairs each.</summary>
    public static RunEstimate Of(Generator generator, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        var calls = contexts.Select(context => CallEstimate.Of(generator, recipe, context.Tokens, context.Pairs)).ToList();
        return new(contexts.Count, contexts.Sum(context => context.Pairs), calls.Sum(call => (long)call.Input), calls.Sum(call => (long)call.Output));
    }

    /// <summary>Estimates the calls that judge the pairs of these contexts, whose tokens are those of the generator that writes them.</summary>
    public static RunEstimate OfJudge(Generator judge, Generator writer, RecipeSettings recipe, IReadOnlyCollection<(int Tokens, int Pairs)> contexts)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(contexts);
        var scale = judge.Calibration.TokensPerEstimated / writer.Calibration.TokensPerEstimated;
        var calls = contexts.Select(context => CallEstimate.OfJudge(judge, recipe, (int)(context.Tokens * scale), context.Pairs)).ToList();
        return new(contexts.Count, contexts.Sum(context => context.Pairs), calls.Sum(call => (long)call.Input), calls.Sum(call => (long)call.Output));
    }

    /// <summary>The same for so many times as much.</summary>
    public RunEstimate Times(double factor) =>
        new((int)(Calls * factor), (int)(Pairs * factor), (long)(InputTokens * factor), (long)(OutputTokens * factor));
}
