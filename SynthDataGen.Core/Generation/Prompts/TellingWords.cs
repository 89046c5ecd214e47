using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Prompts;

/// <summary>Finds the words that identify a text: a question that repeats them gives its source away.</summary>
internal static partial class TellingWords
{
    private const int Most = 12;

    /// <summary>Shorter words are seldom telling.</summary>
    private const int Shortest = 9;
    private const int Longest = 30;

    /// <summary>
    /// The longest words that occur in the text once or twice, in the order of the text. Questions need the others: a more frequent word
    /// is part of the subject, and a capitalised one may be a name.
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
