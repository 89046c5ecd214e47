using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Grid;

/// <summary>Where a person left the list for the desk, so that they find their row again; one per circuit.</summary>
/// <remarks>The window knows where each visited page starts, so a row far down loads without the pages above it.</remarks>
public sealed class ListPlace
{
    private (PairFilter Filter, string? Begin, PairWindow Window, int Row)? left;

    /// <summary>Remembers the row instead of the previous one.</summary>
    public void Leave(PairFilter filter, string? begin, PairWindow window, int row) => left = (filter, begin, window, row);

    /// <summary>The window and the row, once; null if this list wasn't left.</summary>
    public (PairWindow Window, int Row)? Return(PairFilter filter, string? begin)
    {
        if (left is not { } place || place.Filter != filter || place.Begin != begin)
        {
            return null;
        }

        left = null;
        return (place.Window, place.Row);
    }
}
