using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"To return a device, send …" and "You can return a device by sending …" ask "How do you return a device?".</summary>
internal sealed partial class ProcedureRule : ISentenceRule
{
    public string Type => QuestionTypes.Procedure;

    public string? Ask(string sentence)
    {
        if (Purpose().Match(sentence) is { Success: true } purpose && !Unclear().IsMatch(purpose.Groups["goal"].Value))
        {
            return $"How do you {purpose.Groups["goal"].Value}?";
        }

        if (Means().Match(sentence) is not { Success: true } means || Unclear().IsMatch(means.Groups["goal"].Value))
        {
            return null;
        }

        var who = means.Groups["who"].Value;
        return who == "you" ? $"How {means.Groups["modal"].Value} you {means.Groups["goal"].Value}?"
            : NounPhrase.CanBeAsked(who) ? $"How {means.Groups["modal"].Value} {who} {means.Groups["goal"].Value}?"
            : null;
    }

    [GeneratedRegex(@"^(?:in order to|to) (?<goal>\p{Ll}[^,;:]{8,90}), ", RegexOptions.NonBacktracking)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^(?<who>[^,;:]+?) (?<modal>can|may|should|must) (?:also |always |usually )?(?<goal>\p{Ll}[^,;:]{8,90}?) by \p{Ll}+ing\b", RegexOptions.NonBacktracking)]
    private static partial Regex Means();

    [GeneratedRegex(@"\b(?:it|them|this|that|these|so|one|not|do so|be sure|summarize|summarise|conclude|begin with|start with)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Unclear();
}
