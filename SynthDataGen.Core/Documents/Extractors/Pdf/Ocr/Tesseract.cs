using System.Globalization;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>Runs Tesseract on pictures of pages that Poppler draws.</summary>
internal sealed class Tesseract(ExtractionOptions options)
{
    /// <summary>Dots per inch that Tesseract reads best.</summary>
    private const float Dpi = 300;

    /// <summary>Longest side of a picture in pixels: A0 at half of <see cref="Dpi"/> still fits.</summary>
    private const float LongestSide = 8_000;

    /// <summary>Data for page orientation, without words.</summary>
    private const string Orientation = "osd";

    /// <summary>Fails if Tesseract or one of the languages is not installed; Tesseract itself would continue with the others.</summary>
    public async Task CheckAsync(OcrLanguages languages, CancellationToken cancellationToken)
    {
        await using var process = ToolProcess.Start(Tool.Tesseract, ["--list-langs"], options);
        using var output = new StreamReader(process.Output);
        var installed = (await output.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.TrimEntries);
        await process.FinishAsync(cancellationToken);
        var missing = languages.Codes.Where(code => code == Orientation || !installed.Contains(code, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0)
        {
            throw Fault.NoLanguage(missing);
        }
    }

    /// <summary>Reads one page; pages larger than any paper are read at fewer dots per inch.</summary>
    /// <returns>The page's content, and the points per pixel.</returns>
    public async Task<(OcrPage Seen, float PointsAPixel)> ReadAsync(string path, PdfPage page, OcrLanguages languages, CancellationToken cancellationToken)
    {
        var dpi = MathF.Round(Math.Clamp(LongestSide * 72 / Math.Max(page.Width, page.Height), 1, Dpi)).ToString(CultureInfo.InvariantCulture);
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        await using var poppler = ToolProcess.Start(Tool.PdfToPpm, ["-gray", "-r", dpi, "-f", number, "-l", number, path], options);
        await using var tesseract = ToolProcess.Start(
            Tool.Tesseract, ["stdin", "stdout", "-l", languages.Text, "--dpi", dpi, "-c", "tessedit_create_hocr=1"], options, options.OcrPageTimeout);
        using var hocr = new MemoryStream();
        await Task.WhenAll(tesseract.FeedAsync(poppler.Output, cancellationToken), tesseract.Output.CopyToAsync(hocr, cancellationToken));
        await poppler.FinishAsync(cancellationToken);
        await tesseract.FinishAsync(cancellationToken);
        hocr.Position = 0;
        return (HocrReader.Read(hocr), 72 / float.Parse(dpi, CultureInfo.InvariantCulture));
    }
}
