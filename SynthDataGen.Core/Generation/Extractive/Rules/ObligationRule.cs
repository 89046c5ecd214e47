using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"Each package must have …" asks "What must each package have?"; "Files should be …" asks what is recommended for files.</summary>
internal sealed partial class ObligationRule : ISentenceRule
{
    public string Type => QuestionTypes.Factual;

    public string? Ask(string sentence)
    {
        if (Form().Match(sentence) is not { Success: true } form || !NounPhrase.CanBeAsked(form.Groups["who"].Value) || SaysLittle().IsMatch(sentence))
        {
            return null;
        }

        var (who, modal, not) = (form.Groups["who"].Value, form.Groups["modal"].Value, form.Groups["not"].Success || form.Groups["never"].Success);
        var nay = not ? " not" : "";
        return form.Groups["passive"].Success ? AskOfThing(who, modal, not)
            : form.Groups["verb"].Success && (modal != "may" || not) ? $"What {modal} {who}{nay} {form.Groups["verb"].Value}?"
            : IsOpenEnded(who, modal, not) ? null
            : $"What {modal} {who}{nay} do?";
    }

    /// <summary>"What may applications do?" has a thousand answers; "What must the members of the board do?" has few.</summary>
    private static bool IsOpenEnded(string who, string modal, bool not) => !not && (modal == "may" || who.Count(c => c == ' ') < 2);

    private static string? AskOfThing(string what, string modal, bool not) => (modal, not) switch
    {
        ("must" or "shall", true) => $"What is forbidden for {what}?",
        ("must" or "shall", false) => $"What is required of {what}?",
        ("should", true) => $"What should be avoided for {what}?",
        ("should", false) => $"What is recommended for {what}?",
        (_, true) => $"What is not allowed for {what}?",
        _ => null,
    };

    /// <summary>"Packages must be …" asks for a whole manual; "… should not be included." only repeats its question.</summary>
    [GeneratedRegex(
        @"^(?:files|packages|programs|applications|users|people|names|values|directories|systems|documents) (?:must|shall|should|may)\b|\b(?:must|shall|should|may)(?: not)? (?:be \p{Ll}+ed(?:\.$| \()|exist\b|occur\b|happen\b)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SaysLittle();

    [GeneratedRegex(
        @"^(?<who>[^,;:]+?) (?<modal>must|shall|should|may)(?<not> not)? (?:also |always |only |(?<never>never ))?(?:(?<passive>be)\b|(?<verb>have(?! to)|contain|include|name|provide|specify|use|follow|support|consist of|conform to|comply with|depend on|avoid|ensure|check|consider|list|describe|explain|declare|define|document|create|install|return|accept|implement|allow|permit|require|refer to|match|begin with|start with|end with|handle|preserve|respect|point to|send|report|add|remove|carry|show|state|identify|indicate|keep|read|sign|wear|bring|submit|complete)\b|\p{Ll})")]
    private static partial Regex Form();
}
