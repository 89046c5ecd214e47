namespace SynthDataGen.Core.Generation.Contexts;

/// <summary>A context and the most pairs to ask for.</summary>
public sealed record BudgetedContext<T>(T Context, int Pairs);

/// <summary>How promising a context is, the most promising first.</summary>
public enum Promise
{
    /// <summary>It has not been asked about.</summary>
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

/// <summary>Spreads a run's pairs over its contexts.</summary>
public static class PairBudget
{
    /// <summary>
    /// Gives every context its share of <paramref name="maxPairs"/> in proportion to its tokens, at most
    /// <paramref name="pairsPerContext"/> each; the shares add up to the total exactly. Contexts without a share are left out.
    /// </summary>
    public static IReadOnlyList<BudgetedContext<T>> Spread<T>(
        IReadOnlyList<T> contexts, Func<T, int> tokens, int pairsPerContext, int? maxPairs = null)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(tokens);
        var total = (int)Math.Min((long)contexts.Count * pairsPerContext, Math.Max(0, maxPairs ?? int.MaxValue));
        var shares = Shares([.. contexts.Select(context => Math.Max(1, tokens(context)))], pairsPerContext, total);
        return [.. contexts.Zip(shares, (context, share) => new BudgetedContext<T>(context, share)).Where(c => c.Pairs > 0)];
    }

    /// <summary>The same for contexts of one document.</summary>
    public static IReadOnlyList<BudgetedContext<ContextSpan>> Spread(
        IReadOnlyList<ContextSpan> contexts, int pairsPerContext, int? maxPairs = null) =>
        Spread(contexts, context => context.Tokens, pairsPerContext, maxPairs);

    /// <summary>
    /// Spreads what is missing from an exact total: shares that add up to <paramref name="missing"/>, or to all that the contexts may give, at most <paramref name="pairsPerContext"/>
    /// each. Less promising contexts get a share only if the more promising ones are full.
    /// </summary>
    public static IReadOnlyList<BudgetedContext<T>> TopUp<T>(IReadOnlyList<TopUpCandidate<T>> candidates, int pairsPerContext, int missing)
    {
        var shares = new List<BudgetedContext<T>>();
        var left = missing;
        foreach (var equals in candidates.GroupBy(candidate => candidate.Promise).OrderBy(equals => equals.Key))
        {
            var given = Spread([.. equals], candidate => candidate.Tokens, pairsPerContext, left);
            shares.AddRange(given.Select(share => new BudgetedContext<T>(share.Context.Context, share.Pairs)));
            left -= given.Sum(share => share.Pairs);
        }

        return shares;
    }

    private static int[] Shares(int[] weights, int cap, int total)
    {
        var shares = new int[weights.Length];
        var open = Enumerable.Range(0, weights.Length).ToList();
        var left = total;
        while (left > 0 && open.Count > 0)
        {
            var weight = open.Sum(i => (double)weights[i]);
            var full = open.Where(i => left * (weights[i] / weight) >= cap).ToHashSet();
            if (full.Count == 0)
            {
                RoundInOrder(weights, shares, open, left / weight);
                break;
            }

            foreach (var i in full)
            {
                shares[i] = cap;
            }

            left -= full.Count * cap;
            open.RemoveAll(full.Contains);
        }

        return shares;
    }

    /// <summary>
    /// Rounds the running sum instead of each share: the total is exact, and if there are fewer pairs than contexts, they are spread
    /// evenly over the whole document. Largest remainders would give all of them to its first contexts.
    /// </summary>
    private static void RoundInOrder(int[] weights, int[] shares, List<int> open, double pairsPerWeight)
    {
        var (sum, given) = (0d, 0);
        foreach (var i in open)
        {
            sum += weights[i];
            var due = (int)Math.Floor((sum * pairsPerWeight) + 0.5);
            shares[i] = due - given;
            given = due;
        }
    }
}
