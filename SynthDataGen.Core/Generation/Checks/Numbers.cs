using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks;

/// <summary>Finds numbers in an answer that its evidence lacks.</summary>
internal static partial class Numbers
{
    private static readonly string[] Spelled =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Whether a number of the answer stands neither in the evidence nor, as given, in the question.</summary>
    public static bool Unsupported(PairDraft pair, IReadOnlyList<Evidence> evidence)
    {
        var wanted = In(ListNumber().Replace(pair.Answer, ""));
        if (wanted.Count == 0)
        {
            return false;
        }

        var found = evidence.Where(e => e.Match != EvidenceMatch.Missing).Select(e => e.Quote);
        var known = In(string.Join('\n', [.. found, pair.Question]), withSpelled: true);
        return !wanted.IsSubsetOf(known);
    }

    private static HashSet<string> In(string text, bool withSpelled = false)
    {
        var numbers = Number().Matches(text.Normalize(NormalizationForm.FormKC)).Select(number => Canonical(number.Value));
        var spelled = withSpelled
            ? Words.In(text).Select(word => Array.IndexOf(Spelled, word)).Where(i => i >= 0).Select(i => i.ToString())
            : [];
        return numbers.Concat(spelled).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>"1,000", "1 000" and "1000" are one number; so are "07" and "7".</summary>
    private static string Canonical(string number)
    {
        var plain = Grouping().Replace(number, "").TrimStart('0');
        return plain.Length == 0 || !char.IsAsciiDigit(plain[0]) ? "0" + plain : plain;
    }

    /// <summary>"1." before a step counts the steps; it claims nothing.</summary>
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"\d{1,3}(?:[,\u00A0\u202F' ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[,\u00A0\u202F' ]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Grouping();
}
