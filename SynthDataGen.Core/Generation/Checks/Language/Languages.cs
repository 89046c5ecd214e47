namespace SynthDataGen.Core.Generation.Checks.Language;

/// <summary>Tells a text's language: by its script, and where that is Latin by its most frequent small words. Null where it cannot be told.</summary>
internal static class Languages
{
    private const int MinHits = 2;

    /// <summary>A language wins by this much over the next, for neighbours share small words.</summary>
    private const double Lead = 1.5;

    /// <summary>The last character before those of the scripts below.</summary>
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

    /// <summary>The script of languages that are told by nothing else.</summary>
    private static readonly Dictionary<string, string> ByScript = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Russian"] = "Cyrillic", ["Ukrainian"] = "Cyrillic", ["Bulgarian"] = "Cyrillic", ["Serbian"] = "Cyrillic", ["Persian"] = "Arabic", ["Urdu"] = "Arabic", ["Hindi"] = "Devanagari",
    };

    /// <summary>The English name of the text's language, or of its script.</summary>
    public static string? Of(string text) => ScriptOf(text) ?? MostFrequent(Words.In(text));

    /// <summary>What <see cref="Of"/> says of a text in this language; null for one it does not know.</summary>
    public static string? Known(string language) =>
        ByScript.GetValueOrDefault(language)
        ?? StopWords.ByLanguage.Keys.Concat(Scripts.Select(script => script.Script)).FirstOrDefault(name => name.Equals(language, StringComparison.OrdinalIgnoreCase));

    private static string? ScriptOf(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', LastBeforeScripts))
        {
            return null;
        }

        var letters = text.Count(char.IsLetter);

        // Japanese is told by its kana, of which a text has fewer than Chinese characters.
        return Scripts.FirstOrDefault(script => text.Count(script.Has) > letters * (script.Script == "Japanese" ? 0.2 : 0.5)).Script;
    }

    private static string? MostFrequent(IReadOnlyList<string> words)
    {
        var hits = StopWords.ByLanguage
            .Select(language => (Name: language.Key, Count: words.Count(language.Value.Contains)))
            .OrderByDescending(language => language.Count)
            .ToArray();
        return hits[0].Count >= MinHits && hits[0].Count >= Lead * hits[1].Count ? hits[0].Name : null;
    }
}
