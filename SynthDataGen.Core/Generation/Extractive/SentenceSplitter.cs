using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>Cuts a paragraph into sentences.</summary>
internal static partial class SentenceSplitter
{
    public static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        foreach (var end in Ends().Matches(paragraph).Select(match => match.Groups["stop"]).Select(stop => stop.Index + stop.Length).Append(paragraph.Length))
        {
            // An abbreviation does not end a sentence, nor does a stop inside brackets.
            if (end < paragraph.Length && (Abbreviation().IsMatch(paragraph[start..end]) || IsOpen(paragraph[start..end])))
            {
                continue;
            }

            var sentence = paragraph[start..end].Trim();
            if (sentence.Length > 0)
            {
                yield return sentence;
            }

            start = end;
        }
    }

    private static bool IsOpen(string text) => text.Count(c => c == '(') > text.Count(c => c == ')');

    [GeneratedRegex(@"(?<stop>[.!?]['""”’)]*)\s+[\p{Lu}\p{N}""“‘(/]", RegexOptions.NonBacktracking)]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?:\b(?:e\.g|i\.e|etc|cf|vs|resp|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Inc|Ltd|Co|Corp|Fig|Sec|Art|Vol|pp?|al)|\b\p{Lu})\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Abbreviation();
}
