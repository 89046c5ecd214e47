using System.Text.RegularExpressions;
using SynthDataGen.Core.Generation.Checks.Language;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds names in an answer that neither its evidence nor its context has (an answer names its subject, a quote need not): words with a capital that no sentence begins with.</summary>
internal static partial class Names
{
    public static bool Unsupported(string answer, string support)
    {
        // German writes every noun with a capital.
        if (Languages.Of(answer) is "German" || Languages.Of(support) is "German")
        {
            return false;
        }

        var known = PartsOf(support).ToHashSet(StringComparer.Ordinal);
        return Name().Matches(Dates.Without(answer)).SelectMany(name => PartsOf(name.Value)).Any(part => part.Length > 1 && !StopWords.Contain(part) && !known.Contains(part));
    }

    private static IEnumerable<string> PartsOf(string text) => Words.In(text).SelectMany(word => word.Split('-', '\'', '’')).Select(Base);

    private static string Base(string word) => word.TrimEnd('s');

    /// <summary>Two such words in a row, or one that is not the first of its sentence, line or quotation.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?: (?:of |de |van |von )?\p{Lu}[\p{L}'’-]+(?!\d))+|(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}'’-]+(?!\d)",
        RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
