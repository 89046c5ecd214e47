using System.Text.RegularExpressions;
using SynthDataGen.Client;
using SynthDataGen.Client.Review;
using SynthDataGen.Web.Review.Source;

namespace SynthDataGen.Web.Review;

/// <summary>
/// Finds the words that a flag is about: those of the flag's kind that are neither in the evidence nor in the question. The check that set the
/// flag looks more closely; if nothing is found here, only the flag's sentence is shown.
/// </summary>
public static partial class FlagSpots
{
    /// <summary>Spans of the answer that its flags are about, in order and without overlaps.</summary>
    public static IReadOnlyList<TextSpan> InAnswer(Pair pair)
    {
        var known = string.Join('\n', pair.Evidence.Where(one => one.IsFound()).Select(one => one.Quote).Append(pair.Question));
        return Apart(pair.Flags.SelectMany(flag => flag switch
        {
            "unsupported-number" => Unknown([.. Find(Figure(), pair.Answer), .. Find(Counted(), pair.Answer)]),
            "unsupported-date" => Unknown(Find(Date(), pair.Answer)),
            "unsupported-name" => Unknown(Names(pair.Answer)),
            "personal-data" => PersonalData(pair.Answer),
            _ => [],
        }));

        IEnumerable<TextSpan> Unknown(IEnumerable<TextSpan> spots) => spots.Where(spot => !Stands(pair.Answer[spot.Start..spot.End], known));
    }

    /// <summary>Spans of the question that its flags are about.</summary>
    public static IReadOnlyList<TextSpan> InQuestion(Pair pair) => Apart(pair.Flags.SelectMany(flag => flag switch
    {
        "refers-to-context" => Find(Reference(), pair.Question),
        "personal-data" => PersonalData(pair.Question),
        _ => [],
    }));

    private static List<TextSpan> Apart(IEnumerable<TextSpan> spots)
    {
        var spans = new List<TextSpan>();
        foreach (var spot in spots.OrderBy(spot => spot.Start))
        {
            if (spans.Count == 0 || spot.Start >= spans[^1].End)
            {
                spans.Add(spot);
            }
        }

        return spans;
    }

    /// <summary>What the pattern finds, without the words around it: the next spot may begin with those.</summary>
    private static IEnumerable<TextSpan> Find(Regex pattern, string text)
    {
        for (var at = 0; pattern.Match(text, at) is { Success: true } match;)
        {
            var spot = match.Groups["spot"] is { Success: true } inner ? inner : match;
            at = spot.Index + spot.Length;
            yield return new(spot.Index, at);
        }
    }

    private static IEnumerable<TextSpan> PersonalData(string text) => [.. Find(Mail(), text), .. Find(Phone(), text)];

    /// <summary>Words with a capital, where another stands before or behind them in their sentence.</summary>
    private static IEnumerable<TextSpan> Names(string text)
    {
        foreach (var word in Find(Word(), text))
        {
            var isFollowed = word.End + 1 < text.Length && text[word.End] == ' ' && char.IsUpper(text[word.End + 1]);
            for (var at = word.Start; at < word.End - 1; at++)
            {
                var isFirst = at == 0 || !IsLetterOrNumber(text[at - 1]);
                var isWithin = at > 1 && text[at - 1] == ' ' && (IsLetterOrNumber(text[at - 2]) || text[at - 2] is ',' or ';' or ')');
                if (char.IsUpper(text[at]) && (isWithin || (isFirst && isFollowed)))
                {
                    yield return new(at, word.End);
                    break;
                }
            }
        }
    }

    private static bool IsLetterOrNumber(char c) => char.IsLetter(c) || char.IsNumber(c);

    /// <summary>Whether the text has the whole word: "10" is not in "2010".</summary>
    private static bool Stands(string word, string text)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?:^|[^\p{L}\d])(?<spot>\d(?:[\d.,:’']*\d)?)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?:^|\s)(?<spot>[\p{L}-]{2,20}) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|euros?|dollars?|times|Sekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Prozent)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b(?:\d{1,2}(?:st|nd|rd|th|\.)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?: \d{1,2})?(?:,? \d{4})?\b|\b(?:1[5-9]|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(@"[\p{L}'’-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:^|[^\w+])(?<spot>\+?\d[\d ()/.-]{7,20}\d)", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:the|this|these|following|above|below|given|provided) (?:\w+ )?(?:text|passage|section|table|document|context|excerpt|figure|paragraph|example|list)\b|\baccording to the (?:text|passage|section|document|context)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
