using System.Text;
using System.Text.RegularExpressions;

namespace SynthDataGen.Core.Generation.Checks.Support;

/// <summary>Finds numbers in an answer that its evidence lacks. Dates are left to <see cref="Dates"/>.</summary>
internal static partial class Numbers
{
    private static readonly Dictionary<string, string> Spelled = Spell(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte");

    public static bool Unsupported(string answer, string support)
    {
        var claims = ListNumber().Replace(Dates.Without(answer), "");
        var counted = Counted().Matches(claims).Select(count => count.Groups["number"].Value.ToLowerInvariant()).Where(Spelled.ContainsKey).Select(word => Spelled[word]);
        var numbers = In(claims).Concat(counted).ToList();
        if (numbers.Count == 0)
        {
            return false;
        }

        var known = In(support).SelectMany(Readings)
            .Concat(Words.In(support).Where(Spelled.ContainsKey).Select(word => Spelled[word]))
            .ToHashSet(StringComparer.Ordinal);
        return numbers.Exists(number => !Readings(number).Any(known.Contains));
    }

    private static IEnumerable<string> In(string text) => Number().Matches(text.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKC)).Select(number => number.Value);

    /// <summary>"1,000", "1 000" and "1000" are one number; so are "07" and "7". "1.000" is one or a thousand, depending on the country.</summary>
    private static IEnumerable<string> Readings(string number)
    {
        yield return Canonical(Grouping().Replace(number, ""));
        if (DotGrouped().IsMatch(number))
        {
            yield return Canonical(number.Replace(".", "", StringComparison.Ordinal));
        }
    }

    private static string Canonical(string number)
    {
        var plain = number.TrimStart('0');
        return plain.Length == 0 || !char.IsAsciiDigit(plain[0]) ? "0" + plain : plain;
    }

    private static Dictionary<string, string> Spell(params string[] languages) => languages
        .SelectMany(words => words.Split(' ').Select((word, value) => (Word: word, Value: value.ToString())))
        .DistinctBy(number => number.Word).ToDictionary(number => number.Word, number => number.Value, StringComparer.Ordinal);

    /// <summary>"1." before a step numbers the step and claims nothing.</summary>
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ListNumber();

    /// <summary>Not the 40 of "P40", which is a name.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])\d{1,3}(?:[,\u00A0\u202F' ]\d{3})+(?!\d)(?:\.\d+)?|(?<![\p{L}\d])\d+(?:[.:]\d+)*")]
    private static partial Regex Number();

    /// <summary>A number in words that measures something; others ("two ways") only summarise.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}-])(?<number>[\p{L}-]{2,20}) (?:(?:working|business|calendar|full) )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|per cent|euros?|dollars?|times|met(?:er|re)s?|Sekunden?|Minuten?|Stunden?|Tagen?|Arbeitstagen?|Wochen?|Monaten?|Jahren?|Prozent|secondes?|heures?|jours?|semaines?|mois|ans|années?|segundos?|minutos?|horas?|días?|semanas?|meses|años)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex(@"[,\u00A0\u202F' ]", RegexOptions.NonBacktracking)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+$", RegexOptions.NonBacktracking)]
    private static partial Regex DotGrouped();
}
