using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>A sentence of the source.</summary>
/// <param name="Source">Letter by letter, line breaks and all: what is quoted.</param>
/// <param name="Text">On one line: what is answered.</param>
/// <param name="Inner">The same as it would stand inside another sentence: what questions are made of.</param>
internal sealed record Sentence(string Source, string Text, string Inner);

/// <summary>A heading and what stands under it: sentences of its paragraphs, and the items of its lists.</summary>
internal sealed record Passage(string Heading, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Sentence> Items);

/// <summary>Takes a context's text apart. Blocks stand apart by blank lines, list items by line breaks, as extraction composes them.</summary>
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
                sentences.AddRange(SentenceSplitter.Split(block).Select(vocabulary.Read));
            }
        }

        passages.Add(new(heading, sentences, items));
        return passages;
    }

    public static string OnOneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

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
}
