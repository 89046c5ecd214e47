using System.Globalization;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>Tells blank pages, which most documents have some of, from those on which something is drawn.</summary>
internal static class PageInk
{
    private const string Dpi = "72";

    /// <summary>Pixels that differ by less, of 255, are one shade of paper.</summary>
    private const int LeastContrast = 24;

    /// <summary>Lines before the pixels: the format, width and height, the value of white.</summary>
    private const int HeadLines = 3;

    /// <summary>Whether anything can be seen on the page (1-based).</summary>
    public static async Task<bool> IsOnAsync(string path, int page, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        await using var poppler = ToolProcess.Start(Tool.PdfToPpm, ["-gray", "-r", Dpi, "-f", number, "-l", number, path], options);
        using var picture = new MemoryStream();
        await poppler.Output.CopyToAsync(picture, cancellationToken);
        await poppler.FinishAsync(cancellationToken);
        var pixels = picture.ToArray().AsSpan();
        for (var line = 0; line < HeadLines; line++)
        {
            pixels = pixels[(pixels.IndexOf((byte)'\n') + 1)..];
        }

        var (darkest, lightest) = (byte.MaxValue, byte.MinValue);
        foreach (var pixel in pixels)
        {
            (darkest, lightest) = (Math.Min(darkest, pixel), Math.Max(lightest, pixel));
        }

        return lightest - darkest > LeastContrast;
    }
}
