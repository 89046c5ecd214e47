using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"The control file contains …" asks "What does the control file contain?".</summary>
internal sealed partial class ContentRule : ISentenceRule
{
    public string Type => QuestionTypes.Factual;

    public string? Ask(string sentence)
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

    [GeneratedRegex(
        @"^(?<what>[^,;:]+?) (?:(?<verb>contain|provide|require|include|describe|define|represent|indicate|determine|allow|maintain)(?<s>s?)|(?<verb>control|cover|hold|list|support|handle|record|store|need|offer|expect)(?<s>s)|(?<verb>specif|identif)(?:(?<y>y)|(?<s>ies))|(?<verb>consist)(?<s>s?)(?<to> of)|(?<verb>appl)(?:(?<y>y)|(?<s>ies))(?<to> to)|(?<verb>belong)(?<s>s?)(?<to> to)|(?<verb>depend)(?<s>s?)(?<to> on)) (?!to\b|that\b|for\b|,)",
        RegexOptions.None, 1_000)]
    private static partial Regex Form();
}
