using System.Text;

namespace SynthDataGen.Core.Documents.Extractors.Markup;

/// <summary>
/// Guesses the encoding of text that is none of Unicode's. In each East Asian encoding everyday words are pairs of bytes from
/// a few rows, and many pairs cannot be; the Cyrillic ones differ in which letters they take for small ones, as most letters
/// are. What is neither is Windows-1252. After Li and Momoi, “A composite approach to language/encoding detection” (2001), with
/// ranges for their tables.
/// </summary>
internal static class LegacyEncoding
{
    private const double LeastHigh = 0.3;
    private const double LeastPaired = 0.25;
    private const byte Punctuation = 0xA3;

    private static readonly string[] Cyrillic = ["windows-1251", "koi8-r", "cp866", "iso-8859-5"];

    /// <summary>The first bytes and the least second byte of everyday pairs, and the least share of them; those that say most come first.</summary>
    private static readonly (string Name, byte From, byte To, byte LeastTrail, double Least)[] EastAsian =
    [
        ("shift_jis", 0x82, 0x83, 0x40, 0.25),
        ("euc-jp", 0xA4, 0xA5, 0xA1, 0.25),
        ("euc-kr", 0xB0, 0xC8, 0xA1, 0.9),
        ("gb18030", 0xB0, 0xD7, 0xA1, 0.75),
        ("big5", 0xA4, 0xC6, 0x40, 0.75),
    ];

    /// <summary>The encoding that the first bytes of a text look like.</summary>
    public static Encoding Of(ReadOnlySpan<byte> sample)
    {
        if (!IsMostlyHigh(sample))
        {
            return Get("windows-1252");
        }

        // A sample may end within a character, but no line does.
        var whole = sample[..(sample.LastIndexOf((byte)'\n') is > 0 and var end ? end : sample.Length)].ToArray();
        var found = EastAsian.FirstOrDefault(candidate => Share(whole, candidate.From, candidate.To, candidate.LeastTrail) >= candidate.Least && IsValid(whole, candidate.Name));
        return Get(found.Name ?? Cyrillic.MaxBy(name => Smallness(Get(name).GetString(whole)))!);
    }

    /// <summary>Whether letters beyond ASCII are many and stand side by side: in Latin text they are few, among others.</summary>
    private static bool IsMostlyHigh(ReadOnlySpan<byte> sample)
    {
        var (high, paired, letters) = (0, 0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            letters += char.IsAsciiLetter((char)sample[i]) ? 1 : 0;
            high += sample[i] >= 0x80 ? 1 : 0;
            paired += i > 0 && sample[i] >= 0x80 && sample[i - 1] >= 0x80 ? 1 : 0;
        }

        return high > 0 && high >= LeastHigh * (high + letters) && paired >= LeastPaired * high;
    }

    /// <summary>Of the pairs that are no punctuation, the share of everyday ones.</summary>
    private static double Share(byte[] sample, byte from, byte to, byte leastTrail)
    {
        var (pairs, everyday) = (0, 0);
        for (var i = 0; i + 1 < sample.Length; i++)
        {
            if (sample[i] < 0x80)
            {
                continue;
            }

            pairs += sample[i] is > 0xA0 and <= Punctuation ? 0 : 1;
            everyday += sample[i] >= from && sample[i] <= to && sample[i + 1] >= leastTrail ? 1 : 0;
            i++;
        }

        return pairs == 0 ? 0 : (double)everyday / pairs;
    }

    private static bool IsValid(byte[] sample, string name)
    {
        try
        {
            CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetCharCount(sample);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int Smallness(string text) => text.Sum(c => c switch
    {
        >= 'а' and <= 'џ' => 2,
        >= 'Ѐ' and <= 'Я' => 1,
        < '\u0080' => 0,
        _ => -2,
    });

    private static Encoding Get(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name)!;
}
