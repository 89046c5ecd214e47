namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>A block from the body.</summary>
/// <param name="Kind">What the block is.</param>
/// <param name="Text">Its words; a table as Markdown rows.</param>
/// <param name="Page">The page it starts on.</param>
/// <param name="Level">Its level, as <see cref="Block"/> has it.</param>
/// <param name="Breaks">Where in the text other pages begin.</param>
/// <param name="Words">Its words inside a table cell, if they differ from its text.</param>
/// <param name="IsNote">Whether it is a note, which follows the table that refers to it.</param>
internal sealed record WordPiece(
    BlockKind Kind, string Text, int Page, int Level = 0, IReadOnlyList<PageBreak>? Breaks = null, string? Words = null, bool IsNote = false);
