using System.ComponentModel.DataAnnotations;
using SynthDataGen.Core.Workspaces;

namespace SynthDataGen.Core.Chunks;

/// <summary>How text is cut into chunks, section <c>ChunkOptions</c>.</summary>
public sealed class ChunkOptions : IValidatableObject
{
    /// <summary>Most tokens in a chunk. Default 400.</summary>
    [Range(16, 100_000)]
    public int MaxTokens { get; set; } = 400;

    /// <summary>No chunk crosses a heading of this level or a higher one. Default 3; 0 lets chunks cross all headings.</summary>
    [Range(0, 6)]
    public int HeadingLevels { get; set; } = 3;

    /// <summary>
    /// Most tokens of whole sentences, rows or lines that a chunk repeats from the end of the one before it in its section; less
    /// than half of <see cref="MaxTokens"/>. Default 0: no character is in two chunks.
    /// </summary>
    [Range(0, 10_000)]
    public int OverlapTokens { get; set; }

    /// <summary>These options with a workspace's settings over them; an overlap stays below half of the limit.</summary>
    public ChunkOptions With(ReadingSettings reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var most = reading.MaxTokens ?? MaxTokens;
        return new()
        {
            MaxTokens = most,
            OverlapTokens = Math.Min(reading.OverlapTokens ?? OverlapTokens, (most - 1) / 2),
            HeadingLevels = reading.HeadingLevels ?? HeadingLevels,
        };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OverlapTokens * 2 >= MaxTokens)
        {
            yield return new(
                $"OverlapTokens is {OverlapTokens}; it must be less than half of MaxTokens, which is {MaxTokens}.", [nameof(OverlapTokens)]);
        }
    }
}
