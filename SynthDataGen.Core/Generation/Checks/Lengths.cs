using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Tells questions and answers that are too short to mean anything, or longer than a reader wants.</summary>
internal static class Lengths
{
    private const int MinQuestionWords = 3;
    private const int MinQuestionCharacters = 12;
    private const int MinAnswerCharacters = 2;

    public static bool TooShort(PairDraft pair) =>
        Words.In(pair.Question).Count < MinQuestionWords && pair.Question.Length < MinQuestionCharacters
        || pair.Answer.Count(char.IsLetterOrDigit) < MinAnswerCharacters && !pair.Answer.Any(char.IsAsciiDigit);

    public static bool TooLong(PairDraft pair, CheckOptions options) =>
        pair.Question.Length > options.MaxQuestionCharacters || pair.Answer.Length > options.MaxAnswerCharacters;
}
