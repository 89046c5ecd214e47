using System.Globalization;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>The settings that a revision was made under, in one line: the same bytes read in another way are another revision.</summary>
public static class ReadAs
{
    public const int MaxLength = 200;

    /// <param name="chunking">How the text was cut.</param>
    /// <param name="ocr">In what languages pages were read by OCR; null: none was.</param>
    public static string Of(ChunkOptions chunking, OcrLanguages? ocr) => string.Create(
        CultureInfo.InvariantCulture,
        $"tokens={chunking.MaxTokens} overlap={chunking.OverlapTokens} headings={chunking.HeadingLevels}{(ocr is null ? "" : $" ocr={ocr}")}");
}
