namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Tells whether a question is answered by its own wording: every word that matters in the answer stands in it.</summary>
internal static class GivenAway
{
    public static bool In(PairDraft pair)
    {
        var answer = Words.ContentOf(pair.Answer);

        // "Yes", or a word of the question picked in "X or Y?", answers without adding words.
        var chooses = Words.In(pair.Question).Contains("or", StringComparer.Ordinal);
        return answer.Count > 0 && !chooses && answer.IsSubsetOf(Words.ContentOf(pair.Question));
    }
}
