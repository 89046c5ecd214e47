using System.Text.RegularExpressions;
using SynthDataGen.Core.Pairs;

namespace SynthDataGen.Core.Generation.Extractive.Rules;

/// <summary>"A claim must be made within 30 days" asks "Within what time must a claim be made?", and so on for counts, terms and dates.</summary>
internal sealed partial class FigureRule : ISentenceRule
{
    public string Type => QuestionTypes.Factual;

    public string? Ask(string sentence) => Deadline(sentence) ?? Count(sentence) ?? Entitlement(sentence) ?? Date(sentence) ?? Measure(sentence);

    private static string? Deadline(string sentence) => Within().Match(sentence) is { Success: true } form && IsTopic(form)
        ? $"Within what time {form.Groups["modal"].Value} {Topic(form)} {form.Groups["deed"].Value}?"
        : null;

    private static string? Count(string sentence) => AtLeast().Match(sentence) is { Success: true } form && IsTopic(form)
        ? $"How many {form.Groups["things"].Value} {form.Groups["modal"].Value} {Topic(form)} {form.Groups["deed"].Value}?"
        : null;

    private static string? Entitlement(string sentence)
    {
        if (Has().Match(sentence) is not { Success: true } form || !IsTopic(form))
        {
            return null;
        }

        var (plural, things) = (NounPhrase.IsPlural(Topic(form)), form.Groups["things"].Value);
        return form.Groups["entitled"].Success
            ? $"How many {things} {(plural ? "are" : "is")} {Topic(form)} entitled to?"
            : $"How many {things} {(plural ? "do" : "does")} {Topic(form)} {(form.Groups["verb"].Value is "has" ? "have" : form.Groups["verb"].Value.TrimEnd('s'))}?";
    }

    private static string? Date(string sentence) => Happened().Match(sentence) is { Success: true } form && IsTopic(form)
        ? $"When {form.Groups["was"].Value} {Topic(form)} {form.Groups["deed"].Value}?"
        : null;

    private static string? Measure(string sentence)
    {
        if (Lasts().Match(sentence) is not { Success: true } form || !IsTopic(form))
        {
            return null;
        }

        return form.Groups["verb"].Value switch
        {
            "costs" => $"How much does {Topic(form)} cost?",
            "is" or "are" => $"What {form.Groups["verb"].Value} {Topic(form)}?",
            var verb => $"How long does {Topic(form)} {verb.TrimEnd('s')}?",
        };
    }

    private static bool IsTopic(Match form) => NounPhrase.CanBeAsked(form.Groups["what"].Value);

    private static string Topic(Match form) => form.Groups["what"].Value;

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<modal>must|shall|should|may|can|will) (?<deed>\p{Ll}[^,;:]*?),? within (?:\d+|[a-z]+)(?: \(\d+\))? (?:working |business |calendar )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<modal>must|shall|should|may|can) (?<deed>\p{Ll}+(?: (?:on|to|of|for|with|at))?) (?:at least|at most|no more than|up to|exactly) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?<things>\p{Ll}+(?: \p{Ll}+s)?s|\p{Ll}+s)\b", RegexOptions.NonBacktracking)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?:(?<entitled>(?:is|are) entitled to)|(?<verb>receives?|gets?|has|have|earns?)) (?:at least |at most |up to |exactly )?\d+ (?<things>(?:\p{Ll}+ ){0,2}?\p{Ll}+s)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Has();

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<was>was|were) (?:first |originally |officially )?(?<deed>\p{Ll}+(?:ed|en|de|un|wn|ld|nt)) (?:in|on) (?:\p{Lu}\p{Ll}+ )?(?:\d{1,2},? )?(?:\p{Lu}\p{Ll}+ )?(?:19|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Happened();

    [GeneratedRegex(@"^(?<what>[^,;:]+?) (?<verb>lasts|takes|costs|is|are)(?: for)?(?: about| at least| at most| up to| limited to)? (?:EUR|USD|€|\$|£)? ?\d[\d.,]*(?: ?%| ?(?:per cent|percent|minutes?|hours?|days?|weeks?|months?|years?|euros?|dollars?|kg|km|MB|GB|kB|bytes|bits|characters|columns)\b)", RegexOptions.NonBacktracking)]
    private static partial Regex Lasts();
}
