using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>Makes a pair of a whole passage.</summary>
internal static partial class PassageRules
{
    private const int MaxAnswerSentences = 3;
    private const int MinSteps = 3;
    private const int MaxSteps = 9;

    /// <summary>A heading that is a question ("How do I return a device?") is used unchanged; its first sentences answer it.</summary>
    public static PairDraft? AskHeading(Passage passage)
    {
        var answer = passage.Sentences.Take(MaxAnswerSentences).ToArray();
        var question = Number().Replace(passage.Heading, "");
        return Question().IsMatch(question) && answer.Length > 0 && answer.All(sentence => sentence.Text.EndsWith('.'))
            ? new(question, string.Join(' ', answer.Select(s => s.Text)), [.. answer.Select(s => s.Source)], QuestionTypes.Factual, "easy")
            : null;
    }

    /// <summary>"Returning a device" with a list under it asks "What are the steps for returning a device?"; so do "Before …" and "When …".</summary>
    public static PairDraft? AskSteps(Passage passage)
    {
        var steps = passage.Items;
        if (steps.Count is < MinSteps or > MaxSteps || !Deed().IsMatch(passage.Heading) || !steps.All(step => Order().IsMatch(step.Text)))
        {
            return null;
        }

        var deed = Number().Replace(passage.Heading, "");
        var inner = char.ToLowerInvariant(deed[0]) + deed[1..];
        return new(
            Time().IsMatch(inner) ? $"What has to be done {inner}?" : $"What are the steps for {inner}?",
            string.Join('\n', steps.Select((step, i) => $"{i + 1}. {step.Text}")),
            [.. steps.Select(step => step.Source)],
            QuestionTypes.Procedure,
            "medium");
    }

    [GeneratedRegex(@"^(?:What|How|When|Where|Who|Why|Which|Can|May|Must|Should|Do|Does|Is|Are)\b.{8,}\?$", RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?\s+)?(?:\p{Lu}\p{Ll}+ing|Before|After|When|If) \p{L}", RegexOptions.NonBacktracking)]
    private static partial Regex Deed();

    [GeneratedRegex(@"^(?:before|after|when|if) ", RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"^\p{Lu}.{8,300}[.]$", RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    [GeneratedRegex(@"^\d+(?:\.\d+)*\.?\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
