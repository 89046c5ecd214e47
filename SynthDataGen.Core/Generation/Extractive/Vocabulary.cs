using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>The names in a text, so that a sentence can be put inside another: "Claims must …" becomes "claims must …", "Debian is …" stays.</summary>
internal sealed partial class Vocabulary
{
    private static readonly string[] AbstractEndings = ["ing", "tion", "ment", "ness", "ity", "age"];

    private readonly HashSet<string> names;
    private readonly HashSet<string> common;

    public Vocabulary(string text)
    {
        common = LowerCase().Matches(text).Select(word => word.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);
        names = NamesIn(text).ToHashSet(StringComparer.Ordinal);
    }

    public Sentence Read(string source)
    {
        var text = Passages.OnOneLine(source);
        return new(source.Trim(), text, IsName(FirstWord().Match(text).Value, text) ? text : char.ToLowerInvariant(text[0]) + text[1..]);
    }

    /// <summary>
    /// A name keeps its capital in the middle of a sentence, has an unusual spelling ("GNU", "dh_install", "/etc"),
    /// or is a singular without an article that never occurs in lower case.
    /// </summary>
    private bool IsName(string word, string text) =>
        !Glue().IsMatch(word) && (!Capitalised().IsMatch(word) || names.Contains(word) || (StandsAlone(text) && !common.Contains(word.ToLowerInvariant())));

    /// <summary>Two names may be adjacent, so the search resumes at the last letter of the previous one.</summary>
    private static IEnumerable<string> NamesIn(string text)
    {
        for (var name = MidSentenceName().Match(text); name.Success; name = MidSentenceName().Match(text, name.Index + name.Length - 1))
        {
            yield return name.Groups["name"].Value;
        }
    }

    private static bool StandsAlone(string text) =>
        Subject().Match(text) is { Success: true } subject && !Array.Exists(AbstractEndings, ending => subject.Groups["word"].ValueSpan.EndsWith(ending, StringComparison.Ordinal));

    [GeneratedRegex(@"^[^\s,;:]+", RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^(?<word>\S+) (?:is|was|has|does) ", RegexOptions.NonBacktracking)]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?:^|[\s(])(?<word>\p{Ll}[\p{Ll}-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"\p{Ll},? (?<name>\p{Lu}[\p{Ll}-]+)", RegexOptions.NonBacktracking)]
    private static partial Regex MidSentenceName();

    [GeneratedRegex(@"^\p{Lu}[\p{Ll}-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Capitalised();

    /// <summary>Words that are never names, though a title may capitalise them.</summary>
    [GeneratedRegex(@"^(?:The|An?|Each|Every|Any|All|Only|No|If|When|Whenever|Before|After|Once|Unless|You|To|In|It|Its|This|That|These|Those|They|Their|Such|Some|Most|Many|One|For|As|At|By|On|With|From|There|However)$", RegexOptions.NonBacktracking)]
    private static partial Regex Glue();
}
