using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds dates in an answer that its evidence lacks: "14 October 2024", "October 14, 2024", "2024-10-14" and "14.10.2024" are one.</summary>
internal static partial class Dates
{
    private const string Months =
        @"(?<month>Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|March|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?" +
        "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre" +
        "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";

    private const string Day = @"(?<day>\d{1,2})(?:st|nd|rd|th|er|\.)?";
    private const string Year = @"(?<year>(?:1[5-9]|20)\d\d)";

    private static readonly string[][] MonthStarts =
    [
        ["jan", "ene"], ["feb", "fév"], ["mar", "mär"], ["apr", "avr", "abr"], ["may", "mai"], ["jun", "juin"],
        ["jul", "juil"], ["aug", "aoû", "ago"], ["sep"], ["oct", "okt"], ["nov"], ["dec", "dez", "déc", "dic"],
    ];

    public static bool Unsupported(string answer, string support)
    {
        var claimed = In(answer);
        if (claimed.Count == 0)
        {
            return false;
        }

        var known = In(support);
        return claimed.Any(date => !known.Any(date.IsPartOf));
    }

    /// <summary>The text without its dates.</summary>
    public static string Without(string text) => Expression().Replace(text, " ");

    private static List<PartialDate> In(string text) => [.. Expression().Matches(text).Select(Read)];

    private static PartialDate Read(Match match) => new(Number(match, "year"), MonthOf(match), Number(match, "day"));

    private static int? MonthOf(Match match) =>
        Number(match, "monthNumber") is { } number ? number
        : Array.FindIndex(MonthStarts, starts => starts.Any(start => match.Groups["month"].Value.StartsWith(start, StringComparison.OrdinalIgnoreCase))) + 1;

    private static int? Number(Match match, string group) => match.Groups[group] is { Success: true } found ? int.Parse(found.Value) : null;

    /// <summary>The name of a month alone counts only after a word that precedes times: "may" is more often a verb.</summary>
    [GeneratedRegex(
        @"\b(?<year>(?:1[5-9]|20)\d\d)-(?<monthNumber>0[1-9]|1[0-2])-(?<day>[0-3]\d)\b" +
        @"|\b(?<day>[0-3]?\d)[./](?<monthNumber>[01]?\d)[./]" + Year + @"\b" +
        @"|\b" + Day + @" (?:of |de )?" + Months + @"\b\.?(?:,? (?:de )?" + Year + @"\b)?" +
        @"|\b" + Months + @"\b\.? " + Day + @"(?!\d)(?:,? " + Year + @"\b)?" +
        @"|\b" + Months + @"\b\.?,? (?:de )?" + Year + @"\b" +
        @"|(?<=\b(?i:in|since|until|by|of|from|to|and|or|before|after|every|each|im|seit|bis|ab|zum|en|de|du|au|et|desde|hasta|y) )" + Months + @"\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();

    private sealed record PartialDate(int? Year, int? Month, int? Day)
    {
        /// <summary>Whether the other date has every part of this one.</summary>
        public bool IsPartOf(PartialDate other) =>
            (Year is null || Year == other.Year) && (Month is null || Month == other.Month) && (Day is null || Day == other.Day);
    }
}
