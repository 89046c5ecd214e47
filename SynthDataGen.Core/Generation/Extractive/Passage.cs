using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>A heading and the text under it: the sentences of its paragraphs and the items of its lists.</summary>
internal sealed record Passage(string Heading, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Sentence> Items);

/// <summary>Splits a context's text. Blank lines separate blocks and line breaks separate list items, as extraction composes them.</summary>
internal static partial class Passages
{
    private const int MaxHeadingWords = 14;

    public static IReadOnlyList<Passage> In(GenerationRequest request)
    {
        var (text, headingPath) = (request.Text, request.HeadingPath);
        var passages = new List<Passage>();
        var vocabulary = new Vocabulary(string.Join("\n", [.. headingPath, text]));
        var heading = headingPath.Count > 0 ? headingPath[^1] : "";
        var (sentences, items) = (new List<Sentence>(), new List<Sentence>());
        foreach (var block in Blocks().Split(text).Select(block => block.Trim()).Where(block => block.Length > 0))
        {
            if (IsHeading(block, headingPath))
            {
                passages.Add(new(heading, sentences, items));
                (heading, sentences, items) = (OnOneLine(block), [], []);
            }
            else if (Item().IsMatch(block))
            {
                items.AddRange(block.Split('\n').Where(line => Item().IsMatch(line)).Select(line => vocabulary.Read(Item().Replace(line, ""))));
            }
            else if (!IsTable(block))
            {
                sentences.AddRange(SentencesIn(block).Select(vocabulary.Read));
            }
        }

        passages.Add(new(heading, sentences, items));
        return passages;
    }

    public static string OnOneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static IEnumerable<string> SentencesIn(string paragraph)
    {
        var start = 0;
        foreach (var end in Ends().Matches(paragraph).Select(match => match.Groups["stop"]).Select(stop => stop.Index + stop.Length).Append(paragraph.Length))
        {
            // Neither an abbreviation nor a full stop inside brackets ends a sentence.
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

    private static bool IsHeading(string block, IReadOnlyList<string> headingPath) =>
        headingPath.Contains(OnOneLine(block), StringComparer.Ordinal)
        || (!block.Contains('\n', StringComparison.Ordinal) && HeadingLine().IsMatch(block) && block.Count(c => c == ' ') < MaxHeadingWords);

    private static bool IsTable(string block) => block[0] == '|' || block.Contains(" . . .", StringComparison.Ordinal) || block.Contains(".....", StringComparison.Ordinal);

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.NonBacktracking)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^\s*(?:[•◦▪●*–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*\.?\s+)?[\p{Lu}\p{N}].*[^.:;,!]$", RegexOptions.NonBacktracking)]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"(?<stop>[.!?]['""”’)]*)\s+[\p{Lu}\p{N}""“‘(/]", RegexOptions.NonBacktracking)]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?:\b(?:e\.g|i\.e|etc|cf|vs|resp|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Inc|Ltd|Co|Corp|Fig|Sec|Art|Vol|pp?|al)|\b\p{Lu})\.$", RegexOptions.NonBacktracking)]
    private static partial Regex Abbreviation();
}
