using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>
/// Measures how much of a question is the source's own wording. Only the question counts; the answer has to stay with the source.
/// </summary>
internal static class CopiedWording
{
    /// <summary>In a shorter question nearly every word is the name of what it asks about.</summary>
    private const int MinWords = 5;

    /// <summary>The share of the question's meaningful words that stand in the evidence too, 0–1; 0 for a question too short to tell.</summary>
    public static double ShareOf(PairDraft pair, IReadOnlyList<Evidence> evidence)
    {
        var asked = Words.ContentOf(pair.Question);
        var quoted = Words.ContentOf(string.Join('\n', evidence.Where(e => e.Match != EvidenceMatch.Missing).Select(e => e.Quote)));
        return asked.Count < MinWords ? 0 : (double)asked.Count(quoted.Contains) / asked.Count;
    }
}
