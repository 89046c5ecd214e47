using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>Looks whether a pair is there.</summary>
internal static class PairLookup
{
    /// <summary>The pair as it stands now; null where there is none any more.</summary>
    public static async Task<Pair?> FindAsync(this ReviewClient review, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await review.GetAsync(id, cancellationToken);
        }
        catch (SynthDataGenException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
