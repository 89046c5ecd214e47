namespace SynthDataGen.Core.Generation;

/// <summary>
/// What a generator's answers said about our token estimate: running sums over the prompts whose tokens its endpoint counted. Their
/// quotient is the ratio estimator of survey sampling (Cochran, Sampling Techniques, 3rd ed. 1977, chapter 6), which needs no more
/// than the sums and weighs each call by its size. Tokenizers differ by model and by language (Petrov et al. 2023, Language Model
/// Tokenizers Introduce Unfairness Between Languages), so each generator has its own.
/// </summary>
public sealed record TokenCalibration
{
    /// <summary>From so many calls on, or …</summary>
    public const int FewestCalls = 20;

    /// <summary>… from so many reported tokens on, the sums count.</summary>
    public const int FewestTokens = 20_000;

    /// <summary>Smallest ratio that is believed.</summary>
    public const double Smallest = 0.5;

    /// <summary>Largest ratio that is believed: beyond it the endpoint counts something else than the prompt.</summary>
    public const double Largest = 3;

    /// <summary>Calls whose prompt the endpoint counted.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens of their prompts by our estimate.</summary>
    public long EstimatedTokens { get; init; }

    /// <summary>Tokens of the same prompts as the endpoint counted them.</summary>
    public long ReportedTokens { get; init; }

    /// <summary>Whether there are enough of them to count.</summary>
    public bool IsKnown => EstimatedTokens > 0 && (Calls >= FewestCalls || ReportedTokens >= FewestTokens);

    /// <summary>How many tokens the generator's model makes of one that we estimate, 0.5–3; 1 until it is known.</summary>
    public double TokensPerEstimated => IsKnown ? Math.Clamp((double)ReportedTokens / EstimatedTokens, Smallest, Largest) : 1;
}
