namespace SynthDataGen.Client.Review;

/// <summary>How far two people agree on the pairs that both gave an opinion on; their verdicts are compared: approve, edit, reject.</summary>
public sealed record ReviewerAgreement
{
    /// <summary>The one.</summary>
    public required string First { get; init; }

    /// <summary>The other.</summary>
    public required string Second { get; init; }

    /// <summary>Pairs with an opinion of each.</summary>
    public required int Count { get; init; }

    /// <summary>The share of them with the same verdict, 0–1.</summary>
    public required double Agreed { get; init; }

    /// <summary>Cohen's kappa: agreement beyond chance, −1 to 1; 0 is chance, 1 is agreement on all.</summary>
    public required double Kappa { get; init; }
}
