namespace SynthDataGen.Core.Documents;

/// <summary>A block with its place in the revision's text: <c>Text[Start..End]</c> is the block.</summary>
public sealed record PlacedBlock(BlockKind Kind, int Level, int Start, int End, int Page);

/// <summary>A heading in the outline. <paramref name="Start"/> is an offset into the revision's text.</summary>
public sealed record OutlineEntry(string Title, int Level, int Start, int Page);

/// <summary>A block of code in the revision's text.</summary>
public sealed record CodeSpan(int Start, int End);

/// <summary>A page's span in the revision's text.</summary>
public sealed record PageSpan(int Number, int Start, int End);

/// <summary>
/// A revision's text with its structure. Offsets count UTF-16 code units, as in <c>text[start..end]</c> in C# and JavaScript.
/// </summary>
public sealed record DocumentText(
    string Text,
    IReadOnlyList<PlacedBlock> Blocks,
    IReadOnlyList<OutlineEntry> Outline,
    IReadOnlyList<PageSpan> Pages);

/// <summary>A span of a revision's text: <c>text[Start..End]</c>.</summary>
public sealed record TextSpan(int Start, int End);
