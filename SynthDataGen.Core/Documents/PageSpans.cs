namespace SynthDataGen.Core.Documents;

/// <summary>Finds pages by offsets.</summary>
public static class PageSpans
{
    /// <summary>The 1-based page of an offset of the text.</summary>
    /// <param name="pages">The text's pages in order.</param>
    /// <param name="offset">An offset into the text.</param>
    public static int At(IReadOnlyList<PageSpan> pages, int offset)
    {
        var (low, high) = (0, pages.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pages[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return pages.Count == 0 ? 1 : pages[low].Number;
    }

    /// <summary>A stretch of the text, cut where its pages end.</summary>
    /// <param name="pages">The text's pages in order.</param>
    /// <param name="start">Offset of its first unit.</param>
    /// <param name="end">Offset after its last.</param>
    public static IEnumerable<PageSpan> Cut(IReadOnlyList<PageSpan> pages, int start, int end) =>
        from page in pages
        where page.Start < end && page.End > start
        select page with { Start = Math.Max(start, page.Start), End = Math.Min(end, page.End) };
}
