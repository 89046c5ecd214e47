using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Tells whether a question is answered by its own wording: every word that matters in the answer stands in it.</summary>
internal static class GivenAway
{
    /// <summary>"Or", in the languages that the checks read: a word of the question picked in "X or Y?" answers without adding words.</summary>
    private static readonly string[] Choices = ["or", "oder", "ou", "o", "u"];

    public static bool In(PairDraft pair)
    {
        var answer = Words.ContentOf(pair.Answer);
        return answer.Count > 0 && !Words.In(pair.Question).Intersect(Choices, StringComparer.Ordinal).Any() && answer.IsSubsetOf(Words.ContentOf(pair.Question));
    }
}
