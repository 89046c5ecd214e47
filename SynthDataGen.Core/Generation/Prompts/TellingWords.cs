using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>Finds the words by which one would recognise a text: a question that repeats them gives its source away.</summary>
internal static partial class TellingWords
{
    private const int Most = 12;

    /// <summary>Shorter words are seldom telling.</summary>
    private const int Shortest = 9;
    private const int Longest = 30;

    /// <summary>
    /// The longest words that stand in the text once or twice, in the order of the text. What comes more often is its subject, and
    /// what begins with a capital letter may be a name: no question can do without those.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var counts = Word().Matches(text).Where(word => word.Length is >= Shortest and <= Longest && word.Value.All(char.IsLetter)).GroupBy(match => match.Value, StringComparer.OrdinalIgnoreCase);
        return [.. counts
            .Where(word => word.Count() <= 2 && word.All(match => char.IsLower(match.Value[0])))
            .Select(word => word.First())
            .OrderByDescending(match => match.Length).ThenBy(match => match.Index)
            .Take(Most)
            .OrderBy(match => match.Index)
            .Select(match => match.Value)];
    }

    [GeneratedRegex(@"[\p{L}\p{N}_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
