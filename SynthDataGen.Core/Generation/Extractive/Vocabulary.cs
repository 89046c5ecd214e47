using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents;

namespace SynthDataGen.Core.Generation.Extractive;

/// <summary>Knows which words of a text are names, so that a sentence can be put inside another: "Claims must …" becomes "claims must …", "Debian is …" stays.</summary>
internal sealed partial class Vocabulary
{
    private readonly HashSet<string> names;
    private readonly HashSet<string> common;

    public Vocabulary(string text)
    {
        common = LowerCase().Matches(text).Select(word => word.Value).ToHashSet(StringComparer.Ordinal);
        names = MidSentenceName().Matches(text).Select(word => word.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
    }

    public Sentence Read(string source)
    {
        var text = Passages.OnOneLine(source);
        return new(source.Trim(), text, IsName(FirstWord().Match(text).Value, text) ? text : char.ToLowerInvariant(text[0]) + text[1..]);
    }

    /// <summary>
    /// A name keeps its capital in the middle of a sentence, is written in no ordinary way ("GNU", "dh_install", "/etc"),
    /// or is something in the singular without an article and is never seen in lower case.
    /// </summary>
    private bool IsName(string word, string text) =>
        !Glue().IsMatch(word) && (!Capitalised().IsMatch(word) || names.Contains(word) || (StandsAlone().IsMatch(text) && !common.Contains(word.ToLowerInvariant())));

    [GeneratedRegex(@"^[^\s,;:]+", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^\S+(?<!ing|tion|ment|ness|ity|age) (?:is|was|has|does) ", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex StandsAlone();

    [GeneratedRegex(@"(?<=^|[\s(])\p{Ll}[\p{Ll}-]+", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex LowerCase();

    [GeneratedRegex(@"(?<=\p{Ll},? )(?<name>\p{Lu}[\p{Ll}-]+)", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex MidSentenceName();

    [GeneratedRegex(@"^\p{Lu}[\p{Ll}-]+$", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex Capitalised();

    /// <summary>Words that are never names, though a title may capitalise them.</summary>
    [GeneratedRegex(@"^(?:The|An?|Each|Every|Any|All|Only|No|If|When|Whenever|Before|After|Once|Unless|You|To|In|It|Its|This|That|These|Those|They|Their|Such|Some|Most|Many|One|For|As|At|By|On|With|From|There|However)$", RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex Glue();
}
