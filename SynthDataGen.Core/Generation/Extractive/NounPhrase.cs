using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>Decides whether the words before a verb are a subject that a question can name.</summary>
internal static partial class NounPhrase
{
    private const int MaxWords = 9;

    /// <summary>Whether the words before a verb can be what a question is about.</summary>
    public static bool CanBeAsked(string phrase)
    {
        var words = phrase.Split(' ');
        return words.Length <= MaxWords
            && phrase.Length > 2
            && !Clause().IsMatch(phrase)
            && Than().Matches(phrase).All(than => than.Groups["degree"].Success)
            && !Vague().IsMatch(phrase)
            && phrase.Count(c => c == '(') == phrase.Count(c => c == ')');
    }

    public static bool IsPlural(string phrase)
    {
        var head = HeadEnd().Split(phrase)[0].Split(' ')[^1];
        return phrase.Contains(" and ", StringComparison.Ordinal) || (head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("us", StringComparison.Ordinal));
    }

    /// <summary>Verbs and conjunctions: then it is half a sentence, not a phrase.</summary>
    [GeneratedRegex(
        @"[,;:]|\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|if|when|where|while|because|that|which|who|whose|whom|then|not|but|yet|only|also|however|though|say|says|said|whenever|once|before|after|unless|until|to)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<degree>less |more |other )?\bthan\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Than();

    /// <summary>
    /// Nothing to ask about: pronouns, words too general to be defined ("a list"), and an article with one plain noun ("the package"), which means the one just mentioned.
    /// </summary>
    [GeneratedRegex(
        @"^(?:it|they|he|she|we|you|I|one|ones|some|most|many|none|nothing|everything|anything|someone|anyone|everyone|nobody|others|there|here|all|each|any|both|either|neither|no|yes|more|less|much|several|few|two|three|four|what|another|care|attention|caution|nothing else)$|^the (?-i:\p{Ll}+)$|^the (?-i:\p{Ll}+) and (?-i:\p{Ll}+)$|^the (?:file|field|package|error|user|section|version) (?:name|value|field|content|file|type|number)s?$|^(?:an?|the) (?:list|item|file|value|field|name|number|line|word|character|thing|person|example)$|^(?:examples|overview)\b|\*|^(?:the|an?|one|another) (?:other|only|first|second|third|last|next|main|important|good|best|common|easy|easiest|default|usual|normal|simplest|preferred|new|old|result|reason|problem|exception|latter|idea|fact|goal|point|thing|way|rest|answer|difference|case|corresponding|respective|resulting|given|relevant|specified|current|actual|appropriate|required|chosen)\b|^(?:one|some|most|many|all|each|any|none|several|both|few|two|three) of\b|^(?:no|some|most|many|several|few|more|less|other|others|another|certain|various)\b|\b(?:it|they|them|you|your|their|its|his|her)\b|^\P{L}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Vague();

    [GeneratedRegex(@" (?:of|for|in|on|with|from|to|by|at|under|between) ", RegexOptions.NonBacktracking)]
    private static partial Regex HeadEnd();
}
