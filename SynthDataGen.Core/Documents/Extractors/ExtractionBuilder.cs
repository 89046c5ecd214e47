namespace SynthDataGen.Core.Documents.Extractors;

/// <summary>Collects what an extractor finds, cleaned, counted and within the limits.</summary>
internal sealed class ExtractionBuilder(ExtractionOptions options)
{
    private const int SampleLength = 200;
    private readonly List<Block> blocks = [];
    private readonly Dictionary<string, LeftOut> leftOut = new(StringComparer.Ordinal);
    private long characters;

    /// <summary>The number of pages so far; extractors of paged formats increase it.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>How many of the pages were read by OCR.</summary>
    public int OcrPages { get; init; }

    /// <summary>Adds a block on the current page; empty text adds none.</summary>
    public void Add(BlockKind kind, string text, int level = 0) => Add(kind, text, Pages, level);

    /// <summary>Adds a block; <paramref name="breaks"/> are offsets into the uncleaned text.</summary>
    public void Add(BlockKind kind, string text, int page, int level, IReadOnlyList<PageBreak>? breaks = null)
    {
        var clean = TextCleaner.Clean(text);
        clean = kind == BlockKind.Code ? clean.Trim('\n').TrimEnd() : clean.Trim();
        if (kind == BlockKind.Heading)
        {
            clean = TextCleaner.Collapse(clean);
        }

        if (clean.Length == 0)
        {
            return;
        }

        characters += clean.Length;
        if (characters > options.MaxCharacters)
        {
            throw Fault.TooLarge("characters", options.MaxCharacters);
        }

        if (blocks.Count == options.MaxBlocks)
        {
            throw Fault.TooLarge("paragraphs and other blocks", options.MaxBlocks);
        }

        blocks.Add(new Block(kind, clean, page, level, breaks is { Count: > 0 } ? Cleaned(breaks, text, clean.Length) : null));
    }

    /// <summary>Cleaning works character by character, so the cleaned text before a break gives the break's new offset.</summary>
    private static List<PageBreak> Cleaned(IReadOnlyList<PageBreak> breaks, string text, int length)
    {
        var cleaned = new List<PageBreak>(breaks.Count);
        var (from, offset) = (0, 0);
        foreach (var at in breaks)
        {
            var part = TextCleaner.Clean(text[from..at.Offset]);
            offset += offset == 0 ? part.TrimStart().Length : part.Length;
            from = at.Offset;
            cleaned.Add(at with { Offset = Math.Min(offset, length) });
        }

        return cleaned;
    }

    /// <summary>Counts words that are left out of the text.</summary>
    public void LeaveOut(string reason, string text)
    {
        var count = NonSpace.Count(text);
        if (count == 0)
        {
            return;
        }

        var before = leftOut.GetValueOrDefault(reason) ?? new LeftOut(reason, 0, Sample(text));
        leftOut[reason] = before with { Characters = before.Characters + count };
    }

    /// <summary>Counts what an inner extraction left out; the caller adds its blocks.</summary>
    public IReadOnlyList<Block> Take(Extraction inner)
    {
        foreach (var more in inner.LeftOut)
        {
            var before = leftOut.GetValueOrDefault(more.Reason) ?? more with { Characters = 0 };
            leftOut[more.Reason] = before with { Characters = before.Characters + more.Characters };
        }

        return inner.Blocks;
    }

    public Extraction Build() => new(blocks, Pages, [.. leftOut.Values], OcrPages);

    private static string Sample(string text)
    {
        var clean = TextCleaner.Collapse(TextCleaner.Clean(text));
        if (clean.Length <= SampleLength)
        {
            return clean;
        }

        return clean[..(char.IsHighSurrogate(clean[SampleLength - 1]) ? SampleLength - 1 : SampleLength)];
    }
}
