using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;

namespace SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

/// <summary>Gives the pages that have no text the words of their pictures, as if they had a text layer (docs/decisions/0028-scans-become-pages.md).</summary>
internal sealed class ScannedPages(ExtractionOptions options)
{
    /// <summary>Lines that Tesseract is less sure of, of 100, are specks and drawings.</summary>
    private const float LeastConfidence = 30;

    /// <summary>Sizes that differ by less are one size: Tesseract measures a line by its own letters.</summary>
    private const float SameSize = 0.15f;

    private readonly Tesseract tesseract = new(options);

    /// <summary>Reads those pages by OCR and puts what it saw in their place.</summary>
    /// <returns>How many pages gained words, and lines that were too unsure to keep.</returns>
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

    /// <summary>What is on the page; null where it is blank.</summary>
    private async Task<(OcrPage Page, float PointsAPixel)?> ReadInTimeAsync(
        string path, PdfPage page, OcrLanguages languages, bool isFirst, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.OcrPageTimeout);
        try
        {
            if (!await PageInk.IsOnAsync(path, page.Number, options, timeout.Token))
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
}
