using SynthDataGen.Core.Chunks;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Workspaces;

/// <summary>How the workspace's documents are read and cut; what is null is as configured (<see cref="ChunkOptions"/>).</summary>
public sealed record ReadingSettings
{
    /// <summary>The languages in which pages without text are read by OCR, as in <see cref="OcrLanguages"/>; null: OCR is off.</summary>
    public string? Ocr { get; init; }

    /// <summary>Most tokens in a chunk.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Most tokens that a chunk repeats of the one before; less than half of the limit.</summary>
    public int? OverlapTokens { get; init; }

    /// <summary>No chunk goes across a heading of this level or a higher one.</summary>
    public int? HeadingLevels { get; init; }

    public OcrLanguages? Languages => Ocr is not null && OcrLanguages.TryParse(Ocr, out var languages) ? languages : null;

    /// <summary>The configured options with these settings over them; an overlap stays below half of the limit.</summary>
    public ChunkOptions Over(ChunkOptions configured)
    {
        var most = MaxTokens ?? configured.MaxTokens;
        return new()
        {
            MaxTokens = most,
            OverlapTokens = Math.Min(OverlapTokens ?? configured.OverlapTokens, (most - 1) / 2),
            HeadingLevels = HeadingLevels ?? configured.HeadingLevels,
        };
    }
}
