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
            "unsupported-number" => Number().Matches(pair.Answer).Where(match => !Stands(match.Value, known)),
            "unsupported-date" => Date().Matches(pair.Answer).Where(match => !Stands(match.Value, known)),
            "unsupported-name" => Name().Matches(pair.Answer).Where(match => !Stands(match.Value, known)),
            "personal-data" => Personal().Matches(pair.Answer),
            _ => Enumerable.Empty<Match>(),
        }));
    }

    /// <summary>Spans of the question that its flags are about.</summary>
    public static IReadOnlyList<TextSpan> InQuestion(Pair pair) => Apart(pair.Flags.SelectMany(flag => flag switch
    {
        "refers-to-context" => Reference().Matches(pair.Question),
        "personal-data" => Personal().Matches(pair.Question),
        _ => Enumerable.Empty<Match>(),
    }));

    private static List<TextSpan> Apart(IEnumerable<Match> matches)
    {
        var spans = new List<TextSpan>();
        try
        {
            foreach (var match in matches.OrderBy(match => match.Index).Where(match => spans.Count == 0 || match.Index >= spans[^1].End))
            {
                spans.Add(new(match.Index, match.Index + match.Length));
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // The time is the clock's: on a busy machine it may be over for any text. The pair is shown all the same.
            return [];
        }

        return spans;
    }

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

    [GeneratedRegex(@"(?<![\p{L}\d])\d[\d.,:’']*(?<=\d)|(?<=^|\s)[\p{L}-]{2,20}(?= (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|euros?|dollars?|times|Sekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Prozent)\b)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b(?:\d{1,2}(?:st|nd|rd|th|\.)? )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?: \d{1,2})?(?:,? \d{4})?\b|\b(?:1[5-9]|20)\d\d\b", RegexOptions.None, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}'’-]+|(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?= \p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<![\w+])\+?\d[\d ()/.-]{7,20}\d", RegexOptions.None, 1000)]
    private static partial Regex Personal();

    [GeneratedRegex(@"\b(?:the|this|these|following|above|below|given|provided) (?:\w+ )?(?:text|passage|section|table|document|context|excerpt|figure|paragraph|example|list)\b|\baccording to the (?:text|passage|section|document|context)\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Reference();
}
