namespace SynthDataGen.Core.Documents;

/// <summary>What a block of a document is.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    Table,
    Code,
    Caption,
}

/// <summary>Where in a block's text another page begins.</summary>
public sealed record PageBreak(int Offset, int Page);

/// <summary>One piece of a document in reading order, as an extractor yields it.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Text">Its words, without leading or trailing white space; a table as Markdown rows.</param>
/// <param name="Page">The 1-based page it starts on; 1 for formats without pages.</param>
/// <param name="Level">Heading level 1–6, or a list item's nesting from 1; 0 for the others.</param>
/// <param name="Breaks">The later pages it continues on, in order; null if it stays on one page.</param>
public sealed record Block(BlockKind Kind, string Text, int Page, int Level = 0, IReadOnlyList<PageBreak>? Breaks = null);

/// <summary>Words that an extractor left out of the text, recorded so that nothing vanishes silently.</summary>
/// <param name="Reason">Why, in one or two words: <c>running-header</c>, <c>page-number</c>, <c>navigation</c>.</param>
/// <param name="Characters">How many non-space characters.</param>
/// <param name="Sample">One example of what was left out, at most 200 characters.</param>
public sealed record LeftOut(string Reason, int Characters, string Sample);

/// <summary>All that an extractor found in one file.</summary>
/// <param name="Blocks">Its blocks in reading order.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="LeftOut">What was left out of the text.</param>
/// <param name="OcrPages">How many of the pages were read by OCR.</param>
public sealed record Extraction(IReadOnlyList<Block> Blocks, int Pages, IReadOnlyList<LeftOut> LeftOut, int OcrPages = 0);
