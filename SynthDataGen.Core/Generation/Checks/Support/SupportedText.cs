using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>What an answer may take its facts from.</summary>
internal static class SupportedText
{
    /// <summary>The quotes that were found, and the question, whose facts are given; null where none was found, which says it all.</summary>
    public static string? Of(PairDraft pair, IReadOnlyList<Evidence> evidence)
    {
        var found = evidence.Where(e => e.Match != EvidenceMatch.Missing).Select(e => e.Quote).ToArray();
        return found.Length == 0 ? null : string.Join('\n', [.. found, pair.Question]);
    }
}
