using System.Globalization;
using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Writes a number in one of the formats of ST_NumberFormat (ECMA-376, part 1, 17.18.59); in figures for any other format.</summary>
internal static class NumberWords
{
    private const string Russian = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private const string Ideographs = "〇一二三四五六七八九";

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Write(int number, string format) => format switch
    {
        "lowerLetter" => ToLetters(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperLetter" => ToLetters(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "russianLower" => ToLetters(number, Russian),
        "russianUpper" => ToLetters(number, Russian.ToUpperInvariant()),
        "lowerRoman" => ToRoman(number).ToLowerInvariant(),
        "upperRoman" => ToRoman(number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => ToOrdinal(number),
        "numberInDash" => $"- {Figures(number)} -",
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "chineseCounting" or "chineseCountingThousand" or "ideographDigital" or "japaneseCounting" or "taiwaneseCounting" => ToIdeographs(number, format == "ideographDigital"),
        "none" => "",
        _ => Figures(number),
    };

    private static string Figures(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Word counts a … z, aa, bb … zz, aaa.</summary>
    private static string ToLetters(int number, string letters) =>
        number < 1 || number > letters.Length * 40 ? Figures(number) : new string(letters[(number - 1) % letters.Length], (number - 1) / letters.Length + 1);

    private static string ToRoman(int number)
    {
        if (number is < 1 or > 4999)
        {
            return Figures(number);
        }

        var roman = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }
        return roman.ToString();
    }

    private static string ToOrdinal(int number) => Figures(number) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    private static string ToIdeographs(int number, bool digits)
    {
        if (number is < 1 or > 99 || digits)
        {
            return string.Concat(Figures(number).Select(c => char.IsAsciiDigit(c) ? Ideographs[c - '0'] : c));
        }

        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Ideographs[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Ideographs[ones].ToString() : "");
    }
}
