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

    /// <summary>Two costs together; null where neither is known.</summary>
    public static decimal? Sum(decimal? one, decimal? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);

    /// <summary>What so many tokens cost; null where neither price is known.</summary>
    public decimal? CostOf(long inputTokens, long outputTokens) =>
        Input is null && Output is null ? null : ((inputTokens * (Input ?? 0)) + (outputTokens * (Output ?? 0))) / Million;
}
