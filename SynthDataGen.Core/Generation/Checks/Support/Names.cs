using System.Text.RegularExpressions;
using SynthDataGen.Core.Documents;
using SynthDataGen.Core.Generation.Checks.Language;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds names in an answer that neither its evidence nor its context has (an answer names its subject, a quote need not): words with a capital that no sentence begins with.</summary>
/// <param name="context">The text that the pairs were written from: it is read once for all of them.</param>
internal sealed partial class Names(string context)
{
    private readonly Lazy<HashSet<string>> inContext = new(() => PartsOf(context).ToHashSet(StringComparer.Ordinal));

    // German writes every noun with a capital.
    private readonly Lazy<bool> isGerman = new(() => Languages.Of(context) is "German");

    public bool Unsupported(string answer, string support)
    {
        var unknown = Name().Matches(Dates.Without(answer)).SelectMany(name => PartsOf(name.Value))
            .Where(part => part.Length > 1 && !StopWords.Contain(part) && !inContext.Value.Contains(part)).ToList();
        return unknown.Count > 0 && !isGerman.Value && Languages.Of(answer) is not "German" && unknown.Except(PartsOf(support), StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> PartsOf(string text) => Words.In(text).SelectMany(word => word.Split('-', '\'', '’')).Select(Base);

    private static string Base(string word) => word.TrimEnd('s');

    /// <summary>Two such words in a row, or one that is not the first of its sentence, line or quotation.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?: (?:of |de |van |von )?\p{Lu}[\p{L}'’-]+(?!\d))+|(?<=[\p{L}\p{N},;)] )\p{Lu}[\p{L}'’-]+(?!\d)",
        RegexOptions.None, MatchLimit.Milliseconds)]
    private static partial Regex Name();
}
