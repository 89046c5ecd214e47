using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>The words of a text, in lower case.</summary>
internal static partial class Words
{
    private const int ShortestStem = 4;

    public static IReadOnlyList<string> In(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    /// <summary>Words that carry meaning, so not stop words, without their endings.</summary>
    public static HashSet<string> ContentOf(string text) =>
        In(text).Where(word => !Languages.IsStopWord(word)).Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>"opened", "opens" and "opening" are one word to a reader. Crude, but the same for both sides of a comparison.</summary>
    private static string Stem(string word)
    {
        var stem = Ending().Replace(word, "");
        return stem.Length >= ShortestStem ? stem : word;
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:['’]s|ies|ing|ed|es|en|s|e|y)$", RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
