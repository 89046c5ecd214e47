using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>A heading that is a question ("How do I return a device?") is asked as it stands; its first sentences answer it.</summary>
internal static partial class HeadingQuestionRule
{
    private const int MaxAnswerSentences = 3;

    public static PairDraft? Write(Passage passage)
    {
        var answer = passage.Sentences.Take(MaxAnswerSentences).ToArray();
        var question = Number().Replace(passage.Heading, "");
        return Question().IsMatch(question) && answer.Length > 0 && answer.All(sentence => sentence.Text.EndsWith('.'))
            ? new(question, string.Join(' ', answer.Select(s => s.Text)), [.. answer.Select(s => s.Source)], QuestionTypes.Factual, "easy")
            : null;
    }

    [GeneratedRegex(@"^(?:What|How|When|Where|Who|Why|Which|Can|May|Must|Should|Do|Does|Is|Are)\b.{8,}\?$", RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\d+(?:\.\d+)*\.?\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
