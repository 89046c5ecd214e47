namespace SynthDataGen.Core.Documents;

/// <summary>Collects where in a text each page starts: at its first block, or within a block that runs on to it.</summary>
internal sealed class PageStarts(int pages)
{
    private readonly List<int> starts = [];

    public void Place(Block block, int start)
    {
        Reach(block.Page, start);
        foreach (var at in block.Breaks ?? [])
        {
            Reach(at.Page, start + at.Offset);
        }
    }

    /// <summary>A span for every page; they leave no gap and do not overlap, and a page without text is empty.</summary>
    public List<PageSpan> Spans(int length)
    {
        Reach(pages, length);
        return [.. starts.Take(pages).Select((start, i) => new PageSpan(i + 1, start, i + 1 < starts.Count ? starts[i + 1] : length))];
    }

    /// <summary>The page and those before it that had no text start here, unless they started before.</summary>
    private void Reach(int page, int start)
    {
        while (starts.Count < Math.Min(page, pages))
        {
            starts.Add(start);
        }
    }
}
