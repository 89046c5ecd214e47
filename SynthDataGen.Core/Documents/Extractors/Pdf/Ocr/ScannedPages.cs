using System.Globalization;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Tools;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>Gives pages without text the words of their pictures, as if they had a text layer (docs/decisions/0028-scans-become-pages.md).</summary>
internal sealed class ScannedPages(ExtractionOptions options)
{
    /// <summary>Lines with less confidence, of 100, are specks and drawings.</summary>
    private const float LeastConfidence = 30;

    /// <summary>Sizes that differ by less count as equal: Tesseract measures a line by its own letters.</summary>
    private const float SameSize = 0.15f;

    private const string InkDpi = "72";

    /// <summary>Pixels that differ by less, of 255, count as blank paper.</summary>
    private const int LeastContrast = 24;

    /// <summary>Lines before the pixels: the format, width and height, the value of white.</summary>
    private const int HeadLines = 3;

    private readonly Tesseract tesseract = new(options);

    /// <summary>Replaces those pages with what OCR reads on them.</summary>
    /// <returns>How many pages gained words, and the lines that were too unsure to keep.</returns>
    /// <exception cref="ExtractionException">Tesseract or a language is not installed, or a limit is reached.</exception>
    public async Task<(int Pages, IReadOnlyList<string> Unsure)> FillAsync(
        string path, IList<PdfPage> pages, OcrLanguages languages, CancellationToken cancellationToken)
    {
        var empty = Enumerable.Range(0, pages.Count).Where(i => pages[i].Lines.Count == 0).ToList();
        if (empty.Count > options.MaxOcrPages)
        {
            throw Fault.TooLarge("pages to be read by OCR", options.MaxOcrPages);
        }

        var seen = new List<(int Index, OcrPage Page, float PointsAPixel)>();
        foreach (var i in empty)
        {
            if (await ReadInTimeAsync(path, pages[i], languages, isFirst: seen.Count == 0, cancellationToken) is var (page, pointsAPixel))
            {
                seen.Add((i, page, pointsAPixel));
            }
        }

        var unsure = seen.SelectMany(one => one.Page.Lines).Where(IsUnsure).Select(line => line.Text).ToList();
        var body = BodySize(seen.SelectMany(one => one.Page.Lines.Select(line => (line.Size * one.PointsAPixel, line.Text.Length))));
        foreach (var (i, page, pointsAPixel) in seen)
        {
            pages[i] = ToPdf(page, pages[i].Number, pointsAPixel, body);
        }

        return (seen.Count(one => pages[one.Index].Lines.Count > 0), unsure);
    }

    /// <summary>The page's content; null if it is blank.</summary>
    private async Task<(OcrPage Page, float PointsAPixel)?> ReadInTimeAsync(
        string path, PdfPage page, OcrLanguages languages, bool isFirst, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.OcrPageTimeout);
        try
        {
            if (!await HasInkAsync(path, page.Number, timeout.Token))
            {
                return null;
            }

            if (isFirst)
            {
                await tesseract.CheckAsync(languages, timeout.Token);
            }

            return await tesseract.ReadAsync(path, page, languages, timeout.Token);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fault.PageTimedOut(page.Number, options.OcrPageTimeout, fault);
        }
    }

    private static bool IsUnsure(OcrLine line) => line.Confidence < LeastConfidence;

    private static PdfPage ToPdf(OcrPage page, int number, float pointsAPixel, float body) => new(number, page.Width * pointsAPixel, page.Height * pointsAPixel)
    {
        Lines = [.. page.Lines.Where(line => !IsUnsure(line)).Select(line => line.ToPdf(Size(line.Size, body / pointsAPixel), pointsAPixel))],
    };

    private static float Size(float size, float body) => Math.Abs(size - body) < SameSize * body ? body : size;

    /// <summary>The size, in points, that most characters have.</summary>
    private static float BodySize(IEnumerable<(float Size, int Characters)> lines) =>
        lines.GroupBy(line => MathF.Round(line.Size * 4)).MaxBy(group => group.Sum(line => line.Characters))?.Average(line => line.Size) ?? 0;

    /// <summary>Whether the page (1-based) is not blank.</summary>
    private async Task<bool> HasInkAsync(string path, int page, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        await using var poppler = ToolProcess.Start(Tool.PdfToPpm, ["-gray", "-r", InkDpi, "-f", number, "-l", number, path], options);
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
