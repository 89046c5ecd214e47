namespace SynthDataGen.Core.Generation;

/// <summary>Prices per million tokens; null: unknown.</summary>
public sealed record TokenPrices(decimal? Input, decimal? Output)
{
    private const decimal Million = 1_000_000;

    public static TokenPrices Of(Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        return new(generator.InputPrice, generator.OutputPrice);
    }

    /// <summary>The sum of two costs; null if neither is known.</summary>
    public static decimal? Sum(decimal? one, decimal? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);

    /// <summary>The cost of the tokens; null if neither price is known.</summary>
    public decimal? CostOf(long inputTokens, long outputTokens) =>
        Input is null && Output is null ? null : ((inputTokens * (Input ?? 0)) + (outputTokens * (Output ?? 0))) / Million;
}
