namespace SynthDataGen.Core.Workspaces;

/// <summary>How the workspace's documents are read and chunked; null means as configured.</summary>
public sealed record ReadingSettings
{
    /// <summary>The OCR languages for pages without text, as Tesseract codes joined with plus signs; null: OCR is off.</summary>
    public string? Ocr { get; init; }

    /// <summary>Most tokens in a chunk.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Most tokens that a chunk repeats of the one before; less than half of the limit.</summary>
    public int? OverlapTokens { get; init; }

    /// <summary>No chunk crosses a heading of this level or a higher one.</summary>
    public int? HeadingLevels { get; init; }
}
