using SynthDataGen.Client.Review;

namespace SynthDataGen.Web.Review.Grid;

/// <summary>Where somebody left the list for the desk, so that coming back they find their row again; one per circuit.</summary>
/// <remarks>The window knows where each page begins that was seen: a row far down is there again without asking for all pages above it.</remarks>
public sealed class ListPlace
{
    private (PairFilter Filter, string? Begin, PairWindow Window, int Row)? left;

    /// <summary>Remembers the row, in place of the one before it.</summary>
    public void Leave(PairFilter filter, string? begin, PairWindow window, int row) => left = (filter, begin, window, row);

    /// <summary>The window and the row, once; null where this list was not left.</summary>
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
