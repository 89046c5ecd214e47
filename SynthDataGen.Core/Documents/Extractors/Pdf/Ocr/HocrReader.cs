using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>
/// Reads the lines out of Tesseract's hOCR (http://kba.github.io/hocr-spec/1.2/): unlike its other formats it has the baseline and the
/// letter size, from which headings are recognised.
/// </summary>
internal static class HocrReader
{
    /// <summary>What Tesseract reads bullets as when they come before other words.</summary>
    private const string Bullets = "•¢«°*";

    public static OcrPage Read(Stream hocr)
    {
        using var reader = XmlReader.Create(hocr, new() { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
        var elements = XDocument.Load(reader).Descendants().ToList();
        var page = elements.Select(Properties).First(properties => properties.ContainsKey("ppageno"))["bbox"];
        return new(page[2], page[3], [.. elements.Select(LineOf).OfType<OcrLine>()]);
    }

    private static OcrLine? LineOf(XElement element)
    {
        var line = Properties(element);
        if (!line.TryGetValue("x_size", out var size) || !line.TryGetValue("bbox", out var box))
        {
            return null;
        }

        var (slope, offset) = line.TryGetValue("baseline", out var given) ? (given[0], given[1]) : (0f, 0f);
        var words = element.Elements().Select(word => WordOf(word, x => box[3] + offset + slope * (x - box[0]))).OfType<OcrWord>().ToList();
        if (words.Count > 1 && words[0].Text.Length == 1 && Bullets.Contains(words[0].Text, StringComparison.Ordinal))
        {
            words[0] = words[0] with { Text = "•" };
        }

        if (line.ContainsKey("textangle"))
        {
            words = words.ConvertAll(word => word with { Confidence = 0 }); // It runs up or down the page, so its boxes are useless.
        }

        return words.Count == 0 ? null : new(words, size[0], line.GetValueOrDefault("x_descenders", [0])[0]);
    }

    private static OcrWord? WordOf(XElement element, Func<float, float> baseline)
    {
        var (text, word) = (TextCleaner.Clean(element.Value).Trim(), Properties(element));
        return text.Length == 0 || !word.TryGetValue("bbox", out var box)
            ? null
            : new(text, box[0], box[2], baseline((box[0] + box[2]) / 2), word.GetValueOrDefault("x_wconf", [0])[0]);
    }

    /// <summary>The properties in the title attribute, each with its numbers.</summary>
    private static Dictionary<string, float[]> Properties(XElement element) =>
        ((string?)element.Attribute("title") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(property => property.Split(' '))
            .DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1..].Select(Number).ToArray(), StringComparer.Ordinal);

    private static float Number(string text) => float.TryParse(text, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number) ? number : 0;
}
