namespace SynthDataGen.Core.Generation;

/// <summary>
/// How our token estimate compares with a generator's own counts: running sums over the prompts whose tokens its endpoint counted. Their
/// quotient is the ratio estimator of survey sampling (Cochran, Sampling Techniques, 3rd ed. 1977, chapter 6), which needs only
/// the sums and weighs each call by its size. Tokenizers differ by model and by language (Petrov et al. 2023, Language Model
/// Tokenizers Introduce Unfairness Between Languages), so each generator has its own.
/// </summary>
public sealed record TokenCalibration
{
    /// <summary>The sums count from this many calls on, or …</summary>
    public const int FewestCalls = 20;

    /// <summary>… from this many reported tokens on.</summary>
    public const int FewestTokens = 20_000;

    /// <summary>The smallest plausible ratio.</summary>
    public const double Smallest = 0.5;

    /// <summary>The largest plausible ratio: beyond it the endpoint counts more than the prompt.</summary>
    public const double Largest = 3;

    /// <summary>Calls with a prompt that the endpoint counted.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens of their prompts by our estimate.</summary>
    public long EstimatedTokens { get; init; }

    /// <summary>Tokens of the same prompts as counted by the endpoint.</summary>
    public long ReportedTokens { get; init; }

    /// <summary>Whether there are enough calls or tokens for the sums to count.</summary>
    public bool IsKnown => EstimatedTokens > 0 && (Calls >= FewestCalls || ReportedTokens >= FewestTokens);

    /// <summary>The model's tokens per estimated token, 0.5–3; 1 until it is known.</summary>
    public double TokensPerEstimated => IsKnown ? Math.Clamp((double)ReportedTokens / EstimatedTokens, Smallest, Largest) : 1;
}
