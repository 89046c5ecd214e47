using SynthDataGen.Client;
using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review;

/// <summary>Looks up a pair that may be gone.</summary>
internal static class PairLookup
{
    /// <summary>The pair as it is now; null if it no longer exists.</summary>
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
