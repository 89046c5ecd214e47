using System.ComponentModel.DataAnnotations;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The adjustable bounds of the checks: section <c>Generation:Checks</c>.</summary>
public sealed record CheckOptions
{
    /// <summary>
    /// How similar the wording of duplicates must be: the share of five-character runs of question and answer that both
    /// pairs have, 0.7–1; default 0.7, which is about one different word in a short pair.
    /// </summary>
    [Range(0.7, 1.0)]
    public double DuplicateSimilarity { get; set; } = 0.7;

    /// <summary>Largest share of a question's meaningful words that may occur in its evidence, 0–1; default 0.6. At 1 nothing is flagged.</summary>
    [Range(0.0, 1.0)]
    public double MaxCopiedWords { get; set; } = 0.6;

    /// <summary>Longest question in characters; default 400.</summary>
    [Range(20, 100_000)]
    public int MaxQuestionCharacters { get; set; } = 400;

    /// <summary>Longest answer in characters; default 3,000.</summary>
    [Range(20, 100_000)]
    public int MaxAnswerCharacters { get; set; } = 3_000;

    /// <summary>The bounds for pairs by rule, whose questions use the source's wording by design.</summary>
    internal static CheckOptions ForRules { get; } = new() { MaxCopiedWords = 1 };

    /// <summary>These bounds for the pairs of a generator.</summary>
    internal CheckOptions For(Generator generator) => For(isByRule: generator.Endpoint is null);

    /// <summary>These bounds for pairs by rule or for others.</summary>
    internal CheckOptions For(bool isByRule) => isByRule ? this with { MaxCopiedWords = ForRules.MaxCopiedWords } : this;
}
