using SynthDataGen.Core.Generation.Checks.Language;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds names in an answer that neither its evidence nor its context has (an answer names its subject, a quote need not): words with a capital that no sentence begins with.</summary>
/// <param name="context">The text that the pairs were written from: it is read once for all of them.</param>
internal sealed class Names(string context)
{
    private readonly Lazy<HashSet<string>> inContext = new(() => PartsOf(context).ToHashSet(StringComparer.Ordinal));

    // German writes every noun with a capital.
    private readonly Lazy<bool> isGerman = new(() => Languages.Of(context) is "German");

    public bool Unsupported(string answer, string support)
    {
        var unknown = CapitalisedWords.In(Dates.Without(answer)).SelectMany(PartsOf)
            .Where(part => part.Length > 1 && !StopWords.Contain(part) && !inContext.Value.Contains(part)).ToList();
        return unknown.Count > 0 && !isGerman.Value && Languages.Of(answer) is not "German" && unknown.Except(PartsOf(support), StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> PartsOf(string text) => Words.In(text).SelectMany(word => word.Split('-', '\'', '’')).Select(Base);

    private static string Base(string word) => word.TrimEnd('s');
}

/// <summary>Finds two or more words with a capital in a row, or one that is not the first of its sentence, line or quotation.</summary>
internal static class CapitalisedWords
{
    private const int Shortest = 2;

    private static readonly string[] Particles = ["of ", "de ", "van ", "von "];

    public static IEnumerable<string> In(string text)
    {
        var word = 0;
        for (var at = 0; at < text.Length;)
        {
            // Letters with dashes between them may be many: their end is looked for once.
            word = at < word ? word : WordEnd(text, at);
            var end = char.IsUpper(text[at]) ? End(text, at, word) : at;
            if (end > at)
            {
                yield return text[at..end];
            }

            at = Math.Max(end, at + 1);
        }
    }

    private static int End(string text, int start, int word)
    {
        if (word - start >= Shortest && (start == 0 || !IsLetterOrNumber(text[start - 1])) && RowEnd(text, word) is var row && row > word)
        {
            return row;
        }

        var end = BeforeDigit(text, word);
        var isWithin = start > 1 && text[start - 1] == ' ' && (IsLetterOrNumber(text[start - 2]) || text[start - 2] is ',' or ';' or ')');
        return isWithin && end - start >= Shortest ? end : start;
    }

    /// <summary>Where the words with a capital end that follow a first one: "Ministry of Health", "Ludwig van Beethoven".</summary>
    private static int RowEnd(string text, int end)
    {
        while (end < text.Length && text[end] == ' ')
        {
            var start = end + 1 + (Array.Find(Particles, particle => string.CompareOrdinal(text, end + 1, particle, 0, particle.Length) == 0)?.Length ?? 0);
            var next = start < text.Length && char.IsUpper(text[start]) ? BeforeDigit(text, WordEnd(text, start)) : start;
            if (next - start < Shortest)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || text[at] is '\'' or '’' or '-'))
        {
            at++;
        }

        return at;
    }

    /// <summary>A letter right before a digit belongs to a code: "XK40".</summary>
    private static int BeforeDigit(string text, int end) => end < text.Length && char.IsDigit(text[end]) ? end - 1 : end;

    private static bool IsLetterOrNumber(char c) => char.IsLetter(c) || char.IsNumber(c);
}
