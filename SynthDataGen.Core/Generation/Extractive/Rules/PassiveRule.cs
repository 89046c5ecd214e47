using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"Packaging is checked for damage and wetness" asks "What is packaging checked for?".</summary>
internal sealed partial class PassiveRule : ISentenceRule
{
    public string Type => QuestionTypes.Factual;

    public string? Ask(string sentence) => Form().Match(sentence) is { Success: true } form && NounPhrase.CanBeAsked(form.Groups["what"].Value)
        ? $"What {form.Groups["verb"].Value} {form.Groups["what"].Value} {form.Groups["deed"].Value} {form.Groups["for"].Value}?"
        : null;

    [GeneratedRegex(
        @"^(?<what>[^,;:]+?) (?<verb>is|are) (?<deed>\p{Ll}{3,}ed|made|kept|built|written|bought|drawn) (?<for>for|with) (?!example|instance|(?:at least|up to|more than|about|\p{Ll}+) (?:\d+ )?(?:days?|weeks?|months?|years?|hours?|minutes?)|\d)")]
    private static partial Regex Form();
}
