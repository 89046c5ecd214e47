using Microsoft.Extensions.Options;
using SynthDataGen.Core.Documents.Extractors.Pdf.Bookmarks;
using SynthDataGen.Core.Documents.Extractors.Pdf.Boxes;
using SynthDataGen.Core.Documents.Extractors.Pdf.Ocr;

namespace SynthDataGen.Core.Documents.Extractors.Pdf;

/// <summary>Reads PDF through Poppler: one pass gets the position of every word, from which the structure is derived. Pages without words can be read by OCR.</summary>
public sealed class PdfExtractor(IOptions<ExtractionOptions> options) : IDocumentExtractor
{
    public bool Reads(string mediaType) => mediaType == MediaTypes.Pdf;

    public async Task<Extraction> ExtractAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        // OCR time does not count, because OCR has limits of its own.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        var pages = await BboxReader.ReadAsync(file.Path, page: null, options.Value, timeout.Token);
        if (pages.Count == 0)
        {
            throw Fault.Damaged("The PDF has no readable pages.");
        }

        timeout.CancelAfter(Timeout.InfiniteTimeSpan);
        var (ocrPages, unsure) = file.Ocr is { } languages
            ? await new ScannedPages(options.Value).FillAsync(file.Path, pages, languages, cancellationToken)
            : (0, []);
        if (pages.All(page => page.Lines.Count == 0))
        {
            throw file.Ocr is null ? Fault.NoText() : Fault.NoTextSeen();
        }

        var builder = new ExtractionBuilder(options.Value) { Pages = pages.Count, OcrPages = ocrPages };
        builder.LeaveOut("unsure-ocr", string.Join(' ', unsure));
        RunningLines.TakeOut(pages, builder);
        timeout.CancelAfter(options.Value.Timeout);
        var bookmarks = pages.Count > 1 ? await BookmarkReader.ReadAsync(file.Path, options.Value, timeout.Token) : [];
        new PdfBlocks(builder).Read(pages, bookmarks, timeout.Token);
        return builder.Build();
    }
}
