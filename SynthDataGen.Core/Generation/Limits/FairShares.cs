namespace SynthDataGen.Core.Generation.Limits;

/// <summary>Deals slots out to those who want some.</summary>
public static class FairShares
{
    /// <summary>
    /// Max-min fair shares (Bertsekas and Gallager, Data Networks, 6.5.2): nobody gets more than they want, nothing that is wanted is left
    /// over, and a share could only be made larger by making one smaller that is no larger.
    /// </summary>
    /// <param name="total">Slots there are, 0 or more.</param>
    /// <param name="wanted">Slots that each one wants, 0 or more.</param>
    public static int[] Of(int total, IReadOnlyList<int> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var shares = new int[wanted.Count];
        var (left, others) = (total, wanted.Count);
        foreach (var i in Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]))
        {
            shares[i] = Math.Min(wanted[i], left / others);
            (left, others) = (left - shares[i], others - 1);
        }

        return shares;
    }
}
