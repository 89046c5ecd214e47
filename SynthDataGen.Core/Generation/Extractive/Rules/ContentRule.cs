using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"The control file contains …" asks "What does the control file contain?".</summary>
internal sealed partial class ContentRule : ISentenceRule
{
    public string Type => QuestionTypes.Factual;

    public string? Ask(string sentence)
    {
        if (Deed().Match(sentence) is { Success: true } deed && NounPhrase.CanBeAsked(deed.Groups["what"].Value))
        {
            return $"What does {deed.Groups["what"].Value} {Plain(deed.Groups["verb"].Value)}?";
        }

        return AskForContent(sentence) ?? AskForPurpose(sentence);
    }

    private static string? AskForContent(string sentence)
    {
        if (Form().Match(sentence) is not { Success: true } form || !NounPhrase.CanBeAsked(form.Groups["what"].Value))
        {
            return null;
        }

        var (what, verb) = (form.Groups["what"].Value, form.Groups["verb"].Value);
        var plural = form.Groups["s"].Length == 0;
        var whole = form.Groups["s"].Value == "ies" ? verb + "y" : verb + form.Groups["y"].Value;
        return plural == NounPhrase.IsPlural(what)
            ? $"What {(plural ? "do" : "does")} {what} {whole}{form.Groups["to"].Value}?"
            : null;
    }

    /// <summary>"Packaging is checked for damage and wetness" asks "What is packaging checked for?".</summary>
    private static string? AskForPurpose(string sentence) => Passive().Match(sentence) is { Success: true } form && NounPhrase.CanBeAsked(form.Groups["what"].Value)
        ? $"What {form.Groups["verb"].Value} {form.Groups["what"].Value} {form.Groups["deed"].Value} {form.Groups["for"].Value}?"
        : null;

    /// <summary>"carries" is "carry", "reaches" is "reach", "pays" is "pay".</summary>
    private static string Plain(string verb) =>
        verb.EndsWith("ies", StringComparison.Ordinal) ? verb[..^3] + "y"
        : Hissing().IsMatch(verb) ? verb[..^2]
        : verb[..^1];

    [GeneratedRegex(@"(?:ch|sh|ss|x|zz|o)es$", RegexOptions.NonBacktracking)]
    private static partial Regex Hissing();

    /// <summary>One thing that acts on another; the articles on both sides distinguish the verb from a plural noun.</summary>
    [GeneratedRegex(@"^(?<what>(?:every|each|an?|the) (?:\p{Ll}[\p{Ll}-]+ ){0,2}\p{Ll}[\p{Ll}-]+[^s ]) (?<verb>(?!is |was |has |does |takes )\p{Ll}{3,}[^s]s) (?:an?|the|all|every|each|its|their|your) ")]
    private static partial Regex Deed();

    [GeneratedRegex(
        @"^(?<what>[^,;:]+?) (?:(?<verb>contain|provide|require|include|describe|define|represent|indicate|determine|allow|maintain)(?<s>s?)|(?<verb>control|cover|hold|list|support|handle|record|store|need|offer|expect)(?<s>s)|(?<verb>specif|identif)(?:(?<y>y)|(?<s>ies))|(?<verb>consist)(?<s>s?)(?<to> of)|(?<verb>appl)(?:(?<y>y)|(?<s>ies))(?<to> to)|(?<verb>belong)(?<s>s?)(?<to> to)|(?<verb>depend)(?<s>s?)(?<to> on)) (?!to\b|that\b|for\b|,)")]
    private static partial Regex Form();

    [GeneratedRegex(
        @"^(?<what>[^,;:]+?) (?<verb>is|are) (?<deed>\p{Ll}{3,}ed|made|kept|built|written|bought|drawn) (?<for>for|with) (?!example|instance|(?:at least|up to|more than|about|\p{Ll}+) (?:\d+ )?(?:days?|weeks?|months?|years?|hours?|minutes?)|\d)")]
    private static partial Regex Passive();
}
