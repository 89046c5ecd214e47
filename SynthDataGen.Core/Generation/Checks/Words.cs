using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Words of a text, folded to lower case.</summary>
internal static partial class Words
{
    private static readonly HashSet<string> Functional = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "been", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have",
        "how", "if", "in", "into", "is", "it", "its", "many", "may", "might", "much", "must", "no", "not", "of", "on", "or", "shall",
        "should", "so", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "was",
        "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "yes",
    };

    public static IReadOnlyList<string> In(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    /// <summary>Words that carry meaning: not the glue of English.</summary>
    public static HashSet<string> ContentOf(string text) =>
        In(text).Where(word => !Functional.Contains(word)).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Word();
}
