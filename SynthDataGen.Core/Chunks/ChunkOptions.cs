using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Core.Chunks;

/// <summary>How text is cut into chunks, section <c>ChunkOptions</c>.</summary>
public sealed class ChunkOptions
{
    /// <summary>Most tokens in a chunk. Default 400.</summary>
    [Range(16, 100_000)]
    public int MaxTokens { get; set; } = 400;

    /// <summary>No chunk goes across a heading of this level or a higher one. Default 3; 0 lets chunks go across all headings.</summary>
    [Range(0, 6)]
    public int HeadingLevels { get; set; } = 3;
}
