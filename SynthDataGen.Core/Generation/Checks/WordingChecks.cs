using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Checks of the length and wording of a pair.</summary>
internal static class WordingChecks
{
    private const int MinQuestionWords = 3;
    private const int MinQuestionCharacters = 12;
    private const int MinAnswerCharacters = 2;

    /// <summary>In a shorter question nearly every word names what it asks about.</summary>
    private const int MinWordsToCompare = 5;

    /// <summary>"Or", in the languages that the checks read: "X or Y?" may be answered by one of its own words.</summary>
    private static readonly string[] Choices = ["or", "oder", "ou", "o", "u"];

    /// <summary>Whether the question or the answer is too short to mean anything.</summary>
    public static bool IsTooShort(PairDraft pair) =>
        Words.In(pair.Question).Count < MinQuestionWords && pair.Question.Length < MinQuestionCharacters
        || pair.Answer.Count(char.IsLetterOrDigit) < MinAnswerCharacters && !pair.Answer.Any(char.IsAsciiDigit);

    public static bool IsTooLong(PairDraft pair, CheckOptions options) =>
        pair.Question.Length > options.MaxQuestionCharacters || pair.Answer.Length > options.MaxAnswerCharacters;

    /// <summary>Whether the question contains every meaningful word of the answer.</summary>
    public static bool GivesAnswerAway(PairDraft pair)
    {
        var answer = Words.ContentOf(pair.Answer);
        return answer.Count > 0 && !Words.In(pair.Question).Intersect(Choices, StringComparer.Ordinal).Any() && answer.IsSubsetOf(Words.ContentOf(pair.Question));
    }

    /// <summary>
    /// The share of the question's meaningful words that the evidence contains too, 0–1; 0 for a question too short to tell. The answer does
    /// not count: it has to stay close to the source.
    /// </summary>
    public static double CopiedShare(PairDraft pair, IReadOnlyList<Evidence> evidence)
    {
        var asked = Words.ContentOf(pair.Question);
        var quoted = Words.ContentOf(string.Join('\n', evidence.Where(e => e.Match != EvidenceMatch.Missing).Select(e => e.Quote)));
        return asked.Count < MinWordsToCompare ? 0 : (double)asked.Count(quoted.Contains) / asked.Count;
    }
}
