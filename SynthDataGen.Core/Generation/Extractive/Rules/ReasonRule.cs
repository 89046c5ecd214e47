using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"The door must stay shut because …" asks "Why must the door stay shut?".</summary>
internal sealed partial class ReasonRule : ISentenceRule
{
    public string Type => QuestionTypes.Reasoning;

    public string? Ask(string sentence) => Form().Match(sentence) is { Success: true } form && NounPhrase.CanBeAsked(form.Groups["what"].Value)
        ? $"Why {form.Groups["verb"].Value} {form.Groups["what"].Value} {form.Groups["deed"].Value}?"
        : null;

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<verb>is|are|was|were|must|shall|should|can|may|cannot|will) (?<deed>(?![^,]* (?:why|and will|and is|and are) )[^,;:]{4,100}?(?<! merely| only| just| simply| even| partly| mainly| often| probably)),? (?:because|so that|in order to|since) (?!\d)\p{L}")]
    private static partial Regex Form();
}
