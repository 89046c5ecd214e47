using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"A sponsor is a member who …" asks "What is a sponsor?"; "X means …" asks "What does X mean?".</summary>
internal sealed partial class DefinitionRule : ISentenceRule
{
    public string Type => QuestionTypes.Definition;

    public string? Ask(string sentence)
    {
        if (Is().Match(sentence) is { Success: true } being && NounPhrase.CanBeAsked(being.Groups["what"].Value))
        {
            return $"What {being.Groups["verb"].Value} {being.Groups["what"].Value}{Purpose(being)}?";
        }

        return Means().Match(sentence) is { Success: true } meaning && NounPhrase.CanBeAsked(meaning.Groups["what"].Value)
            ? $"What {(NounPhrase.IsPlural(meaning.Groups["what"].Value) ? "do" : "does")} {meaning.Groups["what"].Value} {Base(meaning.Groups["verb"].Value)}?"
            : null;
    }

    /// <summary>The purpose of something does not define it.</summary>
    private static string Purpose(Match being) => being.Groups["purpose"].Value switch
    {
        "" => "",
        "responsible for" => " responsible for",
        _ => " used for",
    };

    private static string Base(string verb) => verb switch
    {
        "refers to" or "refer to" => "refer to",
        "stands for" or "stand for" => "stand for",
        _ => "mean",
    };

    // "is the case", "is a good idea" are judgements, not definitions.
    [GeneratedRegex(
        @"^(?<what>[^,;:]+?) (?<verb>is|are) (?!(?:an?|the) (?:good|bad|better|best|great|common|matter|case|same|problem|must|lot|only|first|second|last|next|main|most|exception|reason|result|\w+ idea|way)\b)(?:an?|the|any|people|those|to \w+|(?<purpose>used (?:to|for)|responsible for)|meant|intended|designed|defined as|one of|short for|(?<=are )(?!\p{Ll}+ed )(?:\p{Ll}+ )?\p{Ll}+s (?:who|that|which|used for))\b")]
    private static partial Regex Is();

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<verb>means?|refers? to|stands? for) (?!that\b)")]
    private static partial Regex Means();
}
