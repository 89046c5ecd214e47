using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Review.Second;

/// <summary>The number of pairs on which two people gave these verdicts.</summary>
public sealed record VerdictCount(string First, string Second, DecisionAction FirstAction, DecisionAction SecondAction, int Count);

/// <summary>
/// How far two people agree who both gave opinions on the same pairs. Verdicts are compared: approve, edit, reject; two edits are the
/// same verdict even if their words differ.
/// </summary>
/// <param name="First">The person whose name comes first.</param>
/// <param name="Second">The other.</param>
/// <param name="Count">The number of pairs with an opinion of each.</param>
/// <param name="Agreed">The share of them with the same verdict, 0–1.</param>
/// <param name="Kappa">
/// Agreement beyond chance: (p_o − p_e) / (1 − p_e), from −1 to 1, where p_o is the share above, and p_e the share if each gave their
/// verdicts at random in the same numbers. If p_e is 1, both gave only one and the same verdict, and kappa is 1. Source: J. Cohen,
/// "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.
/// </param>
public sealed record Agreement(string First, string Second, int Count, double Agreed, double Kappa)
{
    /// <summary>The agreement of each two people, those with the most pairs first.</summary>
    public static IReadOnlyList<Agreement> Of(IEnumerable<VerdictCount> counts) =>
        [.. counts.Select(InOrder).GroupBy(c => (c.First, c.Second)).Select(both => Of(both.Key.First, both.Key.Second, [.. both]))
            .OrderByDescending(a => a.Count).ThenBy(a => a.First, StringComparer.Ordinal).ThenBy(a => a.Second, StringComparer.Ordinal)];

    private static Agreement Of(string first, string second, IReadOnlyList<VerdictCount> counts)
    {
        long total = counts.Sum(c => c.Count);
        long same = counts.Where(c => c.FirstAction == c.SecondAction).Sum(c => c.Count);
        var bySecond = counts.ToLookup(c => c.SecondAction, c => (long)c.Count);
        var expected = counts.GroupBy(c => c.FirstAction).Sum(g => g.Sum(c => (long)c.Count) * bySecond[g.Key].Sum());
        var (observed, chance) = ((double)same / total, (double)expected / total / total);
        return new(first, second, (int)total, observed, expected == total * total ? 1 : (observed - chance) / (1 - chance));
    }

    /// <summary>Orders the two people by name, because who came first differs from pair to pair.</summary>
    private static VerdictCount InOrder(VerdictCount c) => string.CompareOrdinal(c.First, c.Second) <= 0
        ? c
        : new(c.Second, c.First, c.SecondAction, c.FirstAction, c.Count);
}
