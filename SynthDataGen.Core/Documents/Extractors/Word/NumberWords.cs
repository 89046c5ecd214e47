using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Writes a number in one of Word's formats.</summary>
internal static class NumberWords
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    public static string Write(int number, NumberFormatValues format) => format switch
    {
        NumberFormatValues.LowerLetter => ToLetters(number, 'a'),
        NumberFormatValues.UpperLetter => ToLetters(number, 'A'),
        NumberFormatValues.LowerRoman => ToRoman(number).ToLowerInvariant(),
        NumberFormatValues.UpperRoman => ToRoman(number),
        NumberFormatValues.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberFormatValues.None => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Word counts a … z, aa, bb … zz, aaa.</summary>
    private static string ToLetters(int number, char first) =>
        number is < 1 or > 26 * 40 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1);

    private static string ToRoman(int number)
    {
        if (number is < 1 or > 4999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
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
}
