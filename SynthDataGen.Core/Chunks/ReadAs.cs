using System.Globalization;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Chunks;

/// <summary>The settings that a revision was read with, in one line: the same bytes read differently are another revision.</summary>
public static class ReadAs
{
    public const int MaxLength = 200;

    /// <param name="chunking">How the text was cut.</param>
    /// <param name="ocr">The OCR languages of the pages that needed it; null: none did.</param>
    public static string Of(ChunkOptions chunking, OcrLanguages? ocr) => string.Create(
        CultureInfo.InvariantCulture,
        $"tokens={chunking.MaxTokens} overlap={chunking.OverlapTokens} headings={chunking.HeadingLevels}{(ocr is null ? "" : $" ocr={ocr}")}");
}
