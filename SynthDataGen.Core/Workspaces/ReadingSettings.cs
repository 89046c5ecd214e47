namespace SynthDataGen.Core.Workspaces;

/// <summary>How the workspace's documents are read and cut; what is null is as configured.</summary>
public sealed record ReadingSettings
{
    /// <summary>The languages in which pages without text are read by OCR, by Tesseract's codes with a plus between them; null: OCR is off.</summary>
    public string? Ocr { get; init; }

    /// <summary>Most tokens in a chunk.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Most tokens that a chunk repeats of the one before; less than half of the limit.</summary>
    public int? OverlapTokens { get; init; }

    /// <summary>No chunk goes across a heading of this level or a higher one.</summary>
    public int? HeadingLevels { get; init; }
}
