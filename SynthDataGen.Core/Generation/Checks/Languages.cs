namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Tells the language of a text by its script and its stop words, the frequent small words of a language.</summary>
internal static class Languages
{
    private const int MinHits = 2;

    /// <summary>How far a language must lead the next one, because related languages share stop words.</summary>
    private const double Lead = 1.5;

    /// <summary>The last character before the scripts below.</summary>
    private const char LastBeforeScripts = '\u036F';

    private static readonly (string Script, Func<char, bool> Has)[] Scripts =
    [
        ("Cyrillic", c => c is >= '\u0400' and <= '\u052F'),
        ("Greek", c => c is >= '\u0370' and <= '\u03FF'),
        ("Hebrew", c => c is >= '\u0590' and <= '\u05FF'),
        ("Arabic", c => c is >= '\u0600' and <= '\u06FF'),
        ("Devanagari", c => c is >= '\u0900' and <= '\u097F'),
        ("Thai", c => c is >= '\u0E00' and <= '\u0E7F'),
        ("Korean", c => c is >= '\uAC00' and <= '\uD7AF'),
        ("Japanese", c => c is >= '\u3040' and <= '\u30FF'),
        ("Chinese", c => c is >= '\u4E00' and <= '\u9FFF'),
    ];

    /// <summary>Languages known only by their script.</summary>
    private static readonly Dictionary<string, string> ByScript = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Russian"] = "Cyrillic", ["Ukrainian"] = "Cyrillic", ["Bulgarian"] = "Cyrillic", ["Serbian"] = "Cyrillic", ["Persian"] = "Arabic", ["Urdu"] = "Arabic", ["Hindi"] = "Devanagari",
    };

    /// <summary>The stop words of each language, by its English name, in the files next to this one.</summary>
    private static readonly Dictionary<string, HashSet<string>> StopWords = new[] { "English", "German", "French", "Spanish", "Italian", "Portuguese", "Dutch" }
        .ToDictionary(language => language, ReadStopWords, StringComparer.Ordinal);

    /// <summary>The stop words of the languages that the checks read.</summary>
    private static readonly HashSet<string> Glue = [.. StopWords["English"], .. StopWords["German"], .. StopWords["French"], .. StopWords["Spanish"]];

    /// <summary>The English name of the text's language, or of its script; null if unknown.</summary>
    public static string? Of(string text) => ScriptOf(text) ?? MostFrequent(Words.In(text));

    /// <summary>The result of <see cref="Of"/> for a text in this language; null if it is unknown.</summary>
    public static string? Known(string language) =>
        ByScript.GetValueOrDefault(language)
        ?? StopWords.Keys.Concat(Scripts.Select(script => script.Script)).FirstOrDefault(name => name.Equals(language, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a word is a stop word in a language that the checks read.</summary>
    public static bool IsStopWord(string word) => Glue.Contains(word);

    private static string? ScriptOf(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', LastBeforeScripts))
        {
            return null;
        }

        var letters = text.Count(char.IsLetter);

        // Japanese is recognised by its kana, and a text has fewer of them than Chinese characters.
        return Scripts.FirstOrDefault(script => text.Count(script.Has) > letters * (script.Script == "Japanese" ? 0.2 : 0.5)).Script;
    }

    private static string? MostFrequent(IReadOnlyList<string> words)
    {
        var hits = StopWords
            .Select(language => (Name: language.Key, Count: words.Count(language.Value.Contains)))
            .OrderByDescending(language => language.Count)
            .ToArray();
        return hits[0].Count >= MinHits && hits[0].Count >= Lead * hits[1].Count ? hits[0].Name : null;
    }

    private static HashSet<string> ReadStopWords(string language)
    {
        using var stream = typeof(Languages).Assembly.GetManifestResourceStream($"{typeof(Languages).Namespace}.StopWords.{language}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
    }
}
