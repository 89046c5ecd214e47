using SynthDataGen.Core.Generation.Grounding;

namespace SynthDataGen.Core.Generation.Checks.Duplicates;

/// <summary>
/// The wording of a pair as a set of shingles: every run of five characters of its folded question and answer
/// (Broder, "On the resemblance and containment of documents", 1997).
/// </summary>
internal sealed class Wording
{
    private const int ShingleLength = 5;

    private Wording(string question, HashSet<ulong> shingles, HashSet<string> figures) => (Question, Shingles, Figures) = (question, shingles, figures);

    /// <summary>The question's words, folded.</summary>
    public string Question { get; }

    /// <summary>Hashes of the shingles; never empty.</summary>
    public HashSet<ulong> Shingles { get; }

    /// <summary>Words with a digit in them: "C1", "2024", "16".</summary>
    public HashSet<string> Figures { get; }

    public static Wording Of(string question, string answer)
    {
        var (asked, answered) = (WordsOf(question), WordsOf(answer));
        string[] words = [.. asked, .. answered];
        return new(
            string.Join(' ', asked),
            ShinglesOf(string.Join(' ', words)),
            words.Where(word => word.Any(char.IsDigit)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// How similar two pairs are, 0–1: the share of their shingles that both have (the Jaccard coefficient). The same question is
    /// the same pair, whatever the answer. Different figures make a different pair: "the set point of C1" is not "the set point of C2".
    /// </summary>
    public double SimilarityTo(Wording other)
    {
        if (Question == other.Question)
        {
            return 1;
        }

        var shared = Figures.SetEquals(other.Figures) ? Shingles.Count(other.Shingles.Contains) : 0;
        return (double)shared / (Shingles.Count + other.Shingles.Count - shared);
    }

    private static IReadOnlyList<string> WordsOf(string text) => Words.In(FoldedText.Of(text).Text);

    private static HashSet<ulong> ShinglesOf(string text)
    {
        var last = Math.Max(0, text.Length - ShingleLength);
        return Enumerable.Range(0, last + 1)
            .Select(start => StableHash.Of(text.AsSpan(start, Math.Min(ShingleLength, text.Length - start))))
            .ToHashSet();
    }
}
