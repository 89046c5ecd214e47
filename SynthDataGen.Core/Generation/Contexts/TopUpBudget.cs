namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>What may be hoped for from a context, the most hopeful first.</summary>
public enum Promise
{
    /// <summary>Nobody has asked about it.</summary>
    Untouched,

    /// <summary>It yielded as many pairs as were asked for.</summary>
    Full,

    /// <summary>It yielded fewer.</summary>
    Some,

    /// <summary>It yielded none.</summary>
    None,
}

/// <summary>A context that a further round may ask about.</summary>
public sealed record TopUpCandidate<T>(T Context, int Tokens, Promise Promise);

/// <summary>Spreads what is missing from a run's exact total over contexts.</summary>
public static class TopUpBudget
{
    /// <summary>
    /// Shares that add up to <paramref name="missing"/>, or to all that the contexts may give, at most <paramref name="pairsPerContext"/>
    /// each. Less promising contexts get a share only when there is no room among the more promising ones.
    /// </summary>
    public static IReadOnlyList<BudgetedContext<T>> Spread<T>(IReadOnlyList<TopUpCandidate<T>> candidates, int pairsPerContext, int missing)
    {
        var shares = new List<BudgetedContext<T>>();
        var left = missing;
        foreach (var equals in candidates.GroupBy(candidate => candidate.Promise).OrderBy(equals => equals.Key))
        {
            var given = PairBudget.Spread([.. equals], candidate => candidate.Tokens, pairsPerContext, left);
            shares.AddRange(given.Select(share => new BudgetedContext<T>(share.Context.Context, share.Pairs)));
            left -= given.Sum(share => share.Pairs);
        }

        return shares;
    }
}
