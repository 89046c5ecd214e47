namespace SynthDataGen.Core.Export.Planning;

/// <summary>Bounds how many pairs of a kind there are. Which ones stay is drawn by their ids and the seed.</summary>
internal static class Balancing
{
    public static void LeaveOut(IReadOnlyList<Candidate> candidates, Placement[] placements, Balance balance, int seed)
    {
        var kinds = Enumerable.Range(0, placements.Length).Where(i => placements[i].IsIn).ToLookup(i => KindOf(candidates[i], balance.By));
        var most = balance.Most ?? kinds.Select(kind => kind.Count()).DefaultIfEmpty(0).Min();
        foreach (var kind in kinds)
        {
            foreach (var place in kind.OrderBy(i => Chance.HashOf(candidates[i].Id, seed)).ThenBy(i => i).Skip(most))
            {
                placements[place] = Placement.Out(Planning.LeaveOut.Balance);
            }
        }
    }

    /// <summary>Pairs of unknown difficulty are a kind of their own.</summary>
    private static object KindOf(Candidate candidate, BalanceBy by) => by switch
    {
        BalanceBy.Type => candidate.Type,
        BalanceBy.Difficulty => candidate.Difficulty ?? "",
        BalanceBy.Document => candidate.DocumentId,
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, "There is no such kind."),
    };
}
