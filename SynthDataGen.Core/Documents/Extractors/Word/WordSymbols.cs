using System.Globalization;

namespace SynthDataGen.Core.Documents.Extractors.Word;

/// <summary>Maps the signs of symbol fonts, which have codes of their own at F000 + code, to Unicode.</summary>
internal static class WordSymbols
{
    private const string Unnamed = "•";

    /// <summary>From 20 and from A0 on; the Unicode consortium's mapping of Adobe's Symbol.</summary>
    private const string LowSymbol = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    private const string HighSymbol = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    /// <summary>The signs of Wingdings that carry meaning in text.</summary>
    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x28] = "☎", [0x2A] = "✉", [0x4A] = "☺", [0x4C] = "☹", [0x6C] = "●", [0x6E] = "■", [0x6F] = "☐", [0x71] = "☐", [0x72] = "☐", [0x76] = "❖", [0xA7] = "▪", [0xA8] = "☐",
        [0xD8] = "➢", [0xDF] = "←", [0xE0] = "→", [0xE1] = "↑", [0xE2] = "↓", [0xE8] = "➔", [0xF0] = "⇨", [0xFB] = "✗", [0xFC] = "✓", [0xFD] = "☒", [0xFE] = "☑",
    };

    /// <summary>The sign of a symbol font for a hexadecimal code; empty if it is not a character.</summary>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFD or (>= 0xD800 and < 0xE000))
        {
            return "";
        }

        return IsPrivate(value) || font is "Symbol" or "Wingdings" ? Of(font, value) : ((char)value).ToString();
    }

    /// <summary>The text with this font's private-area signs decoded.</summary>
    public static string Decode(string? font, string text) =>
        text.Any(c => IsPrivate(c)) ? string.Concat(text.Select(c => IsPrivate(c) ? Of(font, c) : c.ToString())) : text;

    private static bool IsPrivate(int value) => value is >= 0xF020 and <= 0xF0FF;

    private static string Of(string? font, int value)
    {
        var code = value & 0xFF;
        return font switch
        {
            "Symbol" when code is >= 0x20 and < 0x20 + 95 => LowSymbol[code - 0x20].ToString(),
            "Symbol" when code is >= 0xA0 and < 0xA0 + 95 => HighSymbol[code - 0xA0].ToString(),
            "Wingdings" => Wingdings.GetValueOrDefault(code, Unnamed),
            _ => Unnamed,
        };
    }
}
