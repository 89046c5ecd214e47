using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"If a claim is late, the office must …" asks "What must the office do if a claim is late?".</summary>
internal sealed partial class ConditionRule : ISentenceRule
{
    private static readonly string[] NoSubjects = ["once ", "if ", "when ", "it is "];

    public string Type => QuestionTypes.Procedure;

    public string? Ask(string sentence)
    {
        if (Form().Match(sentence) is not { Success: true } form || Unclear().IsMatch(form.Groups["clause"].Value))
        {
            return null;
        }

        var condition = form.Groups["condition"].Value;
        var rest = form.Groups["rest"].Value;
        if (LeansBack().Matches(rest).Any(word => !word.Groups["and"].Success))
        {
            return null;
        }

        if (!Array.Exists(NoSubjects, start => rest.StartsWith(start, StringComparison.Ordinal)) && Duty().Match(rest) is { Success: true } duty)
        {
            var (who, modal) = (duty.Groups["who"].Value, duty.Groups["modal"].Value);
            var agent = who == "you" || NounPhrase.CanBeAsked(who) || Actor().IsMatch(who);
            return agent && !duty.Groups["passive"].Success ? $"What {modal} {who} do {condition}?" : $"What {modal} happen {condition}?";
        }

        return Need().Match(rest) is { Success: true } need ? $"What do you {need.Groups["need"].Value} do {condition}?"
            : Order().IsMatch(rest) ? $"What should you do {condition}?"
            : Event().Match(rest) is { Success: true } happening && !happening.Groups["remark"].Success && !condition.StartsWith("before", StringComparison.Ordinal) ? $"What happens {condition}?"
            : null;
    }

    [GeneratedRegex(@"^(?<condition>(?:if|when|whenever|before|after|once|unless) (?<clause>[^,;:]{12,140})), (?:then )?(?<rest>\p{Ll}[^;:]{15,})\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    /// <summary>Words that add to an earlier statement, or pick something from it.</summary>
    [GeneratedRegex(@"\b(?:also|both \p{Ll}+s)\b(?<and> and)?", RegexOptions.NonBacktracking)]
    private static partial Regex LeansBack();

    /// <summary>A condition that depends on the sentence before it.</summary>
    [GeneratedRegex(@"^(?:it|he|she|there|so|not|one|necessary|possible|needed|done|any|all|appropriate|in|on|at|for|by|to|and|or|the (?:section|result|answer|value|field|file|first|second|two|three|others?|former|latter|list|name|case)|(?:the|your) (?:specified|old|new|last|latest|current|given|error|previous|resulting|original)|the \p{Ll}+ (?:is|are|was|were|has|have|does|do|did|can|cannot|must|will|should|may|needs?|fails?))\b|\bthe (?:list|diff|field|file|corresponding)\b|\bany$|\b(?:then|enough)\b|\b(?:they|them|their|that)\b|\b(?:it|so|one|so)$", RegexOptions.NonBacktracking)]
    private static partial Regex Unclear();

    [GeneratedRegex(@"^(?<who>[^,]+?) (?<modal>must|shall|should|may|can)(?: not| also| only| still| then)? (?:(?<passive>be|appear|remain)\b|\p{Ll})", RegexOptions.NonBacktracking)]
    private static partial Regex Duty();

    /// <summary>"the employee", "the board": with a condition it is clear enough who that is.</summary>
    [GeneratedRegex(@"^the (?:\p{Ll}+(?:er|or|ee|ist|ant|ian)|team|office|department|board|management|staff|company|party)$", RegexOptions.NonBacktracking)]
    private static partial Regex Actor();

    [GeneratedRegex(@"^you (?:also |still |then |do )?(?<need>need to|have to)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Need();

    /// <summary>A main clause with its own subject; its article distinguishes it from an order.</summary>
    [GeneratedRegex(@"^(?:the|an?|all|each|every|any|no|its|your|it|only) (?<remark>is (?:time|better|best|good|a good|important|possible|often|usually|recommended)\b)?", RegexOptions.NonBacktracking)]
    private static partial Regex Event();

    [GeneratedRegex(@"^(?:please )?(?:use|add|make|send|check|contact|ask|run|set|create|remove|include|read|put|write|try|do|file|open|follow|keep|report|ensure|upload|install|call|inform|mark|select|press|go|give|give|submit|tell|notify|consider|avoid|mention|close|provide|start|stop|return|email|don't|do not|never|always|just|simply|think|leave|choose|build|change|copy|move|take|apply|wait|look|discuss|describe|explain|pass|specify|replace|test|verify)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Order();
}
