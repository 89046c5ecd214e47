using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The bounds of the checks that are a matter of taste: section <c>Generation:Checks</c>.</summary>
public sealed class CheckOptions
{
    /// <summary>
    /// How alike two pairs must be worded to be duplicates: the share of five-character runs of question and answer that both
    /// have, 0.7–1; default 0.7, which is about one other word in a short pair.
    /// </summary>
    [Range(0.7, 1.0)]
    public double DuplicateSimilarity { get; set; } = 0.7;
}
