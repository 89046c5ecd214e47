namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds names in an answer that are in neither its evidence nor its context (an answer names its subject, a quote need not): capitalised words that do not start a sentence.</summary>
/// <param name="context">The text that the pairs were written from, read once for all of them.</param>
internal sealed class Names(string context)
{
    private const int Shortest = 2;

    private static readonly string[] Particles = ["of ", "de ", "van ", "von "];

    private readonly Lazy<HashSet<string>> inContext = new(() => PartsOf(context).ToHashSet(StringComparer.Ordinal));

    // German writes every noun with a capital.
    private readonly Lazy<bool> isGerman = new(() => Languages.Of(context) is "German");

    public bool Unsupported(string answer, string support)
    {
        var unknown = CapitalisedWords(Dates.Without(answer)).SelectMany(PartsOf)
            .Where(part => part.Length > 1 && !Languages.IsStopWord(part) && !inContext.Value.Contains(part)).ToList();
        return unknown.Count > 0 && !isGerman.Value && Languages.Of(answer) is not "German" && unknown.Except(PartsOf(support), StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> PartsOf(string text) => Words.In(text).SelectMany(word => word.Split('-', '\'', '’')).Select(Base);

    private static string Base(string word) => word.TrimEnd('s');

    /// <summary>Two or more capitalised words in a row, or one that does not start a sentence, line or quotation.</summary>
    private static IEnumerable<string> CapitalisedWords(string text)
    {
        var word = 0;
        for (var at = 0; at < text.Length;)
        {
            // A word with dashes may be long: its end is searched for once.
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

    /// <summary>The end of the capitalised words that follow a first one: "Ministry of Health", "Ludwig van Beethoven".</summary>
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
